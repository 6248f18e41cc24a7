using System.Collections.Concurrent;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

/// <summary>What the sample functions saw, in order.</summary>
public sealed class SeenByFunctions
{
    private readonly ConcurrentQueue<object?> _values = new();

    public IReadOnlyList<object?> Values => [.. _values];

    public void Add(object? value) => _values.Enqueue(value);

    public async Task Until(object? value)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!Values.Contains(value))
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
