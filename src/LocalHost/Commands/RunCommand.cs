namespace Notifieringar.LocalHost.Commands;

/// <summary>Everything, with real timers, until Ctrl-C.</summary>
internal static class RunCommand
{
    public static async Task<int> ExecuteAsync(IEnumerable<string> arguments, TextWriter terminal, CancellationToken stopping)
    {
        var options = new OptionReader(arguments);
        var machineOptions = MachineArguments.Read(options, terminal);
        options.RefuseTheRest();
        await terminal.WriteLineAsync("Notifieringar on this machine");
        await using var machine = await LocalMachine.StartAsync(machineOptions, cancellationToken: stopping);
        await terminal.WriteLineAsync($"""
              Public address   {machine.PublicUrl}
              Outbox           {machine.Sandbox.Url}
              Function key     {machine.FunctionKey}
              Timers           {Names(machine.Triggers.TimerNames, machineOptions.TimersRun ? "" : " (only by hand)")}
              Queues           {Names(machine.Triggers.QueueNames, "")}
              Data and logs    {machineOptions.DataFolder}
              Stop with Ctrl-C.
            """);
        try
        {
            await Task.Delay(Timeout.Infinite, stopping);
        }
        catch (OperationCanceledException)
        {
            await terminal.WriteLineAsync("  Stopping …");
        }

        return ExitCode.Done;
    }

    private static string Names(IReadOnlyList<string> names, string note) => names.Count == 0 ? "none" : string.Join(", ", names) + note;
}
