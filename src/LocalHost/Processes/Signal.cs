using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notifieringar.LocalHost.Processes;

/// <summary>The polite way to end a process, which the framework has no call for.</summary>
internal static class Signal
{
    private const int SigTerm = 15;

    /// <summary>False where there is no such signal (Windows) or the process has gone.</summary>
    public static bool Terminate(Process process) => !OperatingSystem.IsWindows() && Kill(process.Id, SigTerm) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
