using Notifieringar.Scenarios.Faults;
using Notifieringar.Scenarios.Rehearsals;
using Notifieringar.Scenarios.Watching;

return args switch
{
    [FaultCommand.Name, .. var options] => await FaultCommand.RunAsync(options),
    [RehearsalCommand.Name, .. var options] => await RehearsalCommand.RunAsync(options),
    [TraceCommand.Name] => await TraceCommand.RunAsync(),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
