using Notifieringar.Scenarios.Faults;

return args is [FaultCommand.Name, .. var options]
    ? await FaultCommand.RunAsync(options)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
