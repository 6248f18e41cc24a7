using System.Diagnostics;
using Notifieringar.LocalHost.FunctionProcess;

namespace Notifieringar.Bench.Machines;

/// <summary>What the function process has taken of the machine.</summary>
internal sealed class FunctionProcessCost(HandlerProcess process)
{
    private const double Mega = 1048576.0;

    /// <summary>The most memory it has held since it was started, in MB.</summary>
    public double PeakMegabytes => Read(running => running.PeakWorkingSet64 / Mega);

    /// <summary>Processor time since it was started.</summary>
    public TimeSpan Processor => Read(running => running.TotalProcessorTime);

    private T Read<T>(Func<Process, T> what)
    {
        using var running = Process.GetProcessById(process.ProcessId);
        return what(running);
    }
}
