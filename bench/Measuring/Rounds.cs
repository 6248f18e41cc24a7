namespace Notifieringar.Bench.Measuring;

/// <summary>Measures operations in rounds that take turns, so that a slow second of the machine falls on all of them; the median of the rounds counts.</summary>
internal static class Rounds
{
    private const int Count = 31;
    private const int WarmUps = 20_000;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(40);

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
        var elapsed = TimeSpan.Zero;
        for (var warmUp = 0; warmUp < 4; warmUp++)
        {
            elapsed = Elapsed(operation, WarmUps / 4);
        }

        return Math.Max(1, (int)(WarmUps / 4 * (Length / elapsed)));
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
