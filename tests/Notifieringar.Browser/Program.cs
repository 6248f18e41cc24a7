using Notifieringar.Browser.Screens;

return args switch
{
    [ScreensCommand.Name, .. var only] => await ScreensCommand.RunAsync(only),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
