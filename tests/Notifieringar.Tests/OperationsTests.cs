using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Notifieringar.Functions;
using Notifieringar.Model;
using Notifieringar.Workflows.Watching;

namespace Notifieringar.Tests;

/// <summary>docs/operations.md against the code: every instrument has a row, every alert a page that is there.</summary>
public sealed partial class OperationsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "operations.md"));

    private static readonly string[] Alerts =
        [.. Section("Alerts").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| alert", StringComparison.Ordinal))];

    private static readonly List<Instrument> Instruments = Published();

    [Fact]
    public void Instruments_HaveAUnitAndADescription_AndStandInThePage()
    {
        Assert.True(Instruments.Count > 10);
        Assert.All(Instruments, instrument => Assert.True(instrument.Unit is { Length: > 0 } && instrument.Description is { Length: > 20 }, instrument.Name));
        var rows = Name().Matches(Section("What is measured")).Select(match => match.Value).Distinct();
        Assert.Equal(Instruments.Select(instrument => instrument.Name).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Alerts_EachNameAMetricThatIsThere_OrALogEntryOrTheHealthPage()
    {
        Assert.True(Alerts.Length >= 8);
        var known = Instruments.Select(instrument => instrument.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(Alerts.SelectMany(row => Name().Matches(row)).Select(match => match.Value), name => Assert.Contains(name, known));
        Assert.All(Alerts, row => Assert.True(Name().IsMatch(row) || row.Contains("/halsa", StringComparison.Ordinal) || row.Contains("something wrong", StringComparison.Ordinal), row));
    }

    [Fact]
    public void Alerts_EachNameAPageOfTheRunbook_ThatIsThere()
    {
        var headings = Page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => Anchor(line[3..])).ToHashSet(StringComparer.Ordinal);
        Assert.All(Alerts, row =>
        {
            var link = Regex.Match(row, @"\(#(?<anchor>[\w-]+)\) \|$");
            Assert.True(link.Success, row);
            Assert.Contains(link.Groups["anchor"].Value, headings);
        });
    }

    private static List<Instrument> Published()
    {
        foreach (var type in new[] { typeof(ChunkMetrics), typeof(NoticeMetrics), typeof(WorkMetrics), typeof(FunctionMetrics) })
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        FunctionMetrics.Observe(() => []);
        var found = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => found.Add(instrument) };
        listener.Start();
        return [.. found.Where(instrument => instrument.Meter.Name == Telemetry.Name).DistinctBy(instrument => instrument.Name)];
    }

    private static string Section(string heading) => Page.Split($"## {heading}\n")[1].Split("\n## ")[0];

    private static string Anchor(string heading) => Regex.Replace(heading.ToLowerInvariant().Replace(' ', '-'), "[^a-zåäö0-9-]", "");

    [GeneratedRegex(@"notifieringar(\.[a-z_]+)+")]
    private static partial Regex Name();
}
