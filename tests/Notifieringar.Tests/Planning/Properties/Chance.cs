using NodaTime;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Tests.Planning.Properties;

/// <summary>Chance from a seed: the same seed gives the same case, so that a failure can be run again.</summary>
internal sealed class Chance(int seed)
{
    // Around both clock changes, Easter, midsummer, the closed month, Christmas; else any day.
    private static readonly LocalDate[] Seams =
    [
        new(2027, 3, 28), new(2027, 10, 31), new(2028, 3, 26), new(2028, 10, 29), new(2027, 3, 26), new(2027, 6, 25), new(2027, 7, 1), new(2027, 8, 2), new(2027, 12, 24),
    ];

    private readonly Random _random = new(seed);

    public int Number(int from, int to) => _random.Next(from, to + 1);

    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    public LocalDate Day() => OneIn(2)
        ? Of(Seams).PlusDays(Number(-4, 4))
        : new LocalDate(2027, 1, 1).PlusDays(Number(0, 730));

    /// <summary>A quarter of an hour, often one that a clock change skips or doubles.</summary>
    public LocalTime Time() => OneIn(6) ? new LocalTime(Number(1, 3), 15 * Number(0, 3)) : new LocalTime(Number(0, 23), 15 * Number(0, 3));

    public Instant Moment() => Stockholm.MomentOf(Day().At(Time())) + Duration.FromSeconds(OneIn(3) ? Number(0, 3600) : 0);
}
