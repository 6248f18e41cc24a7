namespace Notifieringar.LocalHost;

/// <summary>The machine cannot start, and the message tells its user why in one sentence.</summary>
internal sealed class StartFailedException(string message) : Exception(message);
