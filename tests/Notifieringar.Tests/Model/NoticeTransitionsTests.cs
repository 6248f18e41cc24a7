using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class NoticeTransitionsTests
{
    /// <summary>Everything that is allowed, as docs/architecture.md tells it; all else is not.</summary>
    private static readonly string[] Table =
    [
        "(none) → Claimed Skipped OnList",
        "Claimed → Claimed Accepted RefusedPermanent RefusedTemporary RefusedTechnical Unknown Released Skipped OnList Composed Delivered BouncedPermanent BouncedTemporary",
        "Accepted → Delivered BouncedPermanent BouncedTemporary",
        "RefusedPermanent →",
        "RefusedTemporary → Claimed RefusedPermanent Skipped OnList Delivered BouncedPermanent BouncedTemporary",
        "RefusedTechnical →",
        "Unknown → Claimed Accepted RefusedPermanent RefusedTechnical OnList Skipped Delivered BouncedPermanent BouncedTemporary",
        "Released → Claimed RefusedPermanent Skipped OnList Delivered BouncedPermanent BouncedTemporary",
        "Skipped →",
        "OnList → Delivered BouncedPermanent BouncedTemporary",
        "Composed → Printed Skipped OnList Pulled",
        "Printed → Posted Pulled",
        "Delivered → BouncedPermanent BouncedTemporary",
        "BouncedPermanent → Delivered BouncedTemporary",
        "BouncedTemporary → Delivered BouncedPermanent",
        "Posted → Returned",
        "Returned → Claimed OnList",
        "Pulled →",
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
    public void IsFinal_EveryState_IsOneThatOnlyReceiptsAndThePostLeave()
    {
        NoticeState[] byHand = [NoticeState.Posted, NoticeState.Returned, NoticeState.Pulled];
        bool IsByOthers(NoticeState from, NoticeState to) =>
            NoticeTransitions.IsReceipt(to) || byHand.Contains(to) || from == NoticeState.Returned;

        Assert.All(
            Table.Where(line => Source(line) is not null),
            line => Assert.Equal(Targets(line).All(to => IsByOthers(Source(line)!.Value, to)), NoticeTransitions.IsFinal(Source(line)!.Value)));
    }

    [Fact]
    public void Table_OfThisTest_NamesEveryState() => Assert.Equal(Enum.GetValues<NoticeState>().Length + 1, Table.Select(Source).Distinct().Count());

    [Fact]
    public void Table_OfThisTest_IsTheDrawingInTheArchitecture()
    {
        var drawn = File.ReadLines(Path.Combine(RepositoryFiles.Root, "docs", "architecture.md"))
            .Where(line => line.Contains(" --> ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(':')[0].Replace("[*]", "(none)", StringComparison.Ordinal).Trim());
        var told = Table.SelectMany(line => Targets(line).Select(to => $"{line.Split(" →")[0]} --> {to}"));

        Assert.Equal(told.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    private static NoticeState? Source(string line) => Enum.TryParse<NoticeState>(line.Split(" →")[0], out var state) ? state : null;

    private static IEnumerable<NoticeState> Targets(string line) =>
        line.Split(" →")[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeState>);
}
