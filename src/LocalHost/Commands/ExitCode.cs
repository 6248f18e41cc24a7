namespace Notifieringar.LocalHost.Commands;

/// <summary>What the shell gets.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The machine could not be started.</summary>
    public const int StartFailed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;
}
