using System.Runtime.InteropServices;
using Notifieringar.Bench;
using Notifieringar.Bench.Browsing;
using Notifieringar.Bench.Campaigning;
using Notifieringar.Bench.Fuzzing;
using Notifieringar.Bench.Importing;
using Notifieringar.Bench.Printing;
using Notifieringar.Bench.Rehearsing;
using Notifieringar.Bench.Rendering;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Simulating;
using Notifieringar.Bench.Starting;
using Notifieringar.Bench.Storing;
using Notifieringar.Bench.Visiting;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Commands;

IBench[] benches = [new RenderBench(), new StorageBench(), new ImportBench(), new PagesBench(), new PlanBench(), new RehearsalBench(), new CampaignBench(), new LettersBench(), new StartBench()];
ICommand[] commands = [.. benches.Select(bench => new BenchCommand(bench)), new AllCommand(benches), new SimulateCommand(), new FuzzBench(), new ListBench()];

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    if (commands.FirstOrDefault(command => command.Name == args.FirstOrDefault()) is { } chosen)
    {
        return await chosen.RunAsync(args[1..], stopping.Token);
    }
}
catch (Exception wrong) when (wrong is UsageException or StartFailedException or BenchFailedException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 1; // Ctrl-C: every child has been stopped
}

Console.WriteLine("dotnet run -c Release --project bench -- NAME [--json FILE]");
foreach (var command in commands)
{
    Console.WriteLine($"  {command.Name,-12}{command.Summary}");
}

return 2;

// The first signal stops the children in good order; a second one ends this process at once.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}
