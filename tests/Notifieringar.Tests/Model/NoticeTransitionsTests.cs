using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class NoticeTransitionsTests
{
    /// <summary>Everything that is allowed, as docs/architecture.md tells it; all else is not.</summary>
    private static readonly string[] Table =
    [
        "(none) → Claimed Skipped OnList",
        "Claimed → Claimed Accepted RefusedPermanent RefusedTemporary RefusedTechnical Unknown Released Skipped OnList Composed",
        "Accepted →",
        "RefusedPermanent →",
        "RefusedTemporary → Claimed Skipped OnList",
        "RefusedTechnical →",
        "Unknown → Claimed Accepted RefusedPermanent RefusedTechnical OnList",
        "Released → Claimed Skipped OnList",
        "Skipped →",
        "OnList →",
        "Composed → Printed Skipped OnList",
        "Printed →",
    ];

    [Fact]
    public void Allows_EveryPairOfStates_IsAsInTheTable()
    {
        var allowed = Table.SelectMany(line => Targets(line).Select(to => (Source(line), to))).ToHashSet();
        var states = Enum.GetValues<NoticeState>();

        Assert.All(
            states.Select(state => (NoticeState?)state).Prepend(null).SelectMany(from => states.Select(to => (from, to))),
            pair => Assert.Equal(allowed.Contains(pair), NoticeTransitions.Allows(pair.from, pair.to)));
    }

    [Fact]
    public void IsFinal_EveryState_IsOneThatLeadsNowhere() =>
        Assert.All(
            Table.Where(line => Source(line) is not null),
            line => Assert.Equal(!Targets(line).Any(), NoticeTransitions.IsFinal(Source(line)!.Value)));

    [Fact]
    public void Table_OfThisTest_NamesEveryState() => Assert.Equal(Enum.GetValues<NoticeState>().Length + 1, Table.Select(Source).Distinct().Count());

    private static NoticeState? Source(string line) => Enum.TryParse<NoticeState>(line.Split(" →")[0], out var state) ? state : null;

    private static IEnumerable<NoticeState> Targets(string line) =>
        line.Split(" →")[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeState>);
}
