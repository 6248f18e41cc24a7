using Notifieringar.Scenarios.Faults;
using Notifieringar.Scenarios.Rehearsals;

return args switch
{
    [FaultCommand.Name, .. var options] => await FaultCommand.RunAsync(options),
    [RehearsalCommand.Name, .. var options] => await RehearsalCommand.RunAsync(options),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
