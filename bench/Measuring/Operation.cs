namespace Notifieringar.Bench.Measuring;

/// <summary>A piece of work that can be repeated.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Run">Does it once. What it returns is kept, so that the work cannot be left out.</param>
internal sealed record Operation(string Name, Func<object?> Run);

/// <summary>What one run of an operation costs.</summary>
/// <param name="Microseconds">The median of the rounds.</param>
/// <param name="Best">The best round: what it costs when nothing else runs.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record Cost(double Microseconds, double Best, double Bytes);
