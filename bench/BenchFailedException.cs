namespace Notifieringar.Bench;

/// <summary>Something did not work, so nothing was measured; the message says what.</summary>
internal sealed class BenchFailedException(string message) : Exception(message);
