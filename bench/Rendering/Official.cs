using Notifieringar.Bench.Measuring;

namespace Notifieringar.Bench.Rendering;

/// <summary>
/// What Scriban 7.2.6 cost with the same texts and steps: the median of 31 interleaved rounds, then the median of five processes, on two cores
/// of an AMD EPYC with .NET 10.0.12. Times of another machine do not compare; bytes do.
/// </summary>
internal static class Official
{
    public static readonly IReadOnlyDictionary<string, Cost> Costs = new Dictionary<string, Cost>
    {
        ["letter: parse"] = new(47.7, 41.9, 92_338),
        ["letter: render"] = new(61.9, 51.8, 83_884),
        ["sms: parse"] = new(8.2, 7.3, 18_364),
        ["sms: render"] = new(11.2, 9.5, 34_515),
    };
}
