using System.Globalization;
using NodaTime;
using Notifieringar.Bench.Rehearsing;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Bench.Visiting;

/// <summary>The planner by itself: a night's visits of a large unit, and what would be said to each of its families. Nothing is read or written.</summary>
internal sealed class PlanBench : IBench
{
    private const int Rounds = 3;
    private const int Smaller = 10;
    private const double HouseholdsASecond = 100_000;

    private static readonly Size Households = new("--households", 100_000, "in the unit");

    public string Name => "plan";

    public string Summary => "the pure planner";

    public IReadOnlyList<Size> Sizes => [Households];

    public Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var count = sizes[Households];
        var few = Math.Max(1, count / Smaller);
        var (small, large) = (Night.Of(few), Night.Of(count));
        Best(small.Plan); // compiled
        var baseline = few / Best(small.Plan).TotalSeconds;
        var planned = Best(large.Plan);
        Best(small.Decide);
        var decidedFew = few / Best(small.Decide).TotalSeconds;
        var decided = Best(large.Decide);
        var plan = large.Plan();
        return Task.FromResult(new Measurement(
            "plan",
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} households, the best of {Rounds} rounds; {plan.Visits.Length:N0} visits planned, {plan.WithoutSlot.Length:N0} without a time"),
            [
                new Row("visits of a night", count / planned.TotalSeconds, "households/s") { Baseline = new Baseline(baseline, Of(few)), Target = Target.AtLeast(HouseholdsASecond) },
                new Row("one notice decided for each", count / decided.TotalSeconds, "households/s") { Baseline = new Baseline(decidedFew, Of(few)), Target = Target.AtLeast(HouseholdsASecond) },
            ]));
    }

    private static string Of(int few) => string.Create(CultureInfo.InvariantCulture, $"the same of {few:N0}");

    private static TimeSpan Best<T>(Func<T> work) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var started = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(started);
    });

    private sealed record Night(VisitPlanning Planning, Programme Programme, IReadOnlyList<(Recipient Recipient, Invitation Invitation)> Invited)
    {
        public static Night Of(int households)
        {
            var input = InventedUnit.Of(households, days: 1);
            var programme = input.Programmes.First(one => one.Id == "sprakstart-6");
            var starts = BenchTime.PlusDays(10);
            return new Night(
                new VisitPlanning(input.Rules, input.Programmes, input.People, new Dictionary<PersonId, Recipient>(), input.Taken, input.From),
                programme,
                [.. input.People.Select((person, number) => (person, new Invitation(
                    new OccasionId(number.ToString("x24", CultureInfo.InvariantCulture)), programme.Id, starts, 45, [person.Children[0].Id], AtThisHome: true, 0, input.From, Answer.None)))]);
        }

        public VisitPlan Plan() => VisitPlanner.Plan(Planning);

        public int Decide() => Invited.Count(one =>
            NoticePlanner.Decide(one.Recipient, one.Invitation, Programme, Programme.Steps[0], Planning.Rules, Planning.Now) is Decision.Send);

        private static LocalDateTime BenchTime => new(2027, 2, 1, 10, 0);
    }
}
