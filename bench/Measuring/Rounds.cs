namespace Notifieringar.Bench.Measuring;

/// <summary>Measures operations in rounds that take turns, so that a slow second of the machine falls on all of them; the median of the rounds counts.</summary>
internal static class Rounds
{
    // Many short rounds: on a busy machine most of them still fit between two interruptions.
    private const int Count = 301;
    private const int WarmUps = 20_000;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(1);

    private static object? _kept;

    public static IReadOnlyDictionary<string, Cost> Measure(IReadOnlyList<Operation> operations)
    {
        var times = operations.ToDictionary(operation => operation, operation => Repeats(operation));
        var rounds = operations.ToDictionary(operation => operation, _ => new List<double>(Count));
        for (var round = 0; round < Count; round++)
        {
            foreach (var operation in operations)
            {
                rounds[operation].Add(Elapsed(operation, times[operation]).TotalMicroseconds / times[operation]);
            }
        }

        return operations.ToDictionary(operation => operation.Name, operation => new Cost(Median(rounds[operation]), rounds[operation].Min(), Bytes(operation)));
    }

    // Long enough for the compiler to have settled, then as often as fits into one round.
    private static int Repeats(Operation operation)
    {
        const int Part = WarmUps / 100;
        var shortest = TimeSpan.MaxValue;
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            var elapsed = Elapsed(operation, Part);
            shortest = elapsed < shortest ? elapsed : shortest;
        }

        return Math.Max(1, (int)(Part * (Length / shortest)));
    }

    private static TimeSpan Elapsed(Operation operation, int times)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            _kept = operation.Run();
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    private static double Bytes(Operation operation)
    {
        const int Times = 200;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
        {
            _kept = operation.Run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Times;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
