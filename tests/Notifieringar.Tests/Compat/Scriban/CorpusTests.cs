using System.Globalization;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>The golden corpus: what official Scriban 7.2.6 printed, or where it failed, for our own templates.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Areas => [.. CorpusCase.All.Select(asked => asked.Area).Distinct()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void EveryCaseOfTheArea_IsAsTheOfficialEngineHasIt(string area)
    {
        // The cases were recorded in the invariant culture of the thread and UTC.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var isUtc = TimeZoneInfo.Local.HasSameRules(TimeZoneInfo.Utc);
            var cases = CorpusCase.All.Where(asked => asked.Area == area && (isUtc || !asked.NeedsUtc));
            var differences = cases.Select(CorpusRun.Difference).OfType<string>().ToList();
            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void EveryCase_ParsedOnceAndRenderedByAllThreads_IsTheSame()
    {
        var cases = CorpusCase.All.Where(asked => !asked.NeedsUtc).Select(asked => (Asked: asked, Shared: CorpusRun.Parse(asked))).ToList();
        var differences = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, cases.Count * 6, number =>
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var (asked, shared) = cases[number % cases.Count];
            var difference = number % 2 == 0 ? CorpusRun.Difference(asked, shared) : CorpusRun.Difference(asked);
            if (difference is not null)
            {
                differences.Add(difference);
            }
        });

        Assert.Empty(differences);
    }

    [Fact]
    public void TheCorpus_IsWhole() => Assert.Equal(881, CorpusCase.All.Count);
}
