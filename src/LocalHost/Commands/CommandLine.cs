namespace Notifieringar.LocalHost.Commands;

/// <summary>Finds the command and tells a mistake in one sentence.</summary>
internal static class CommandLine
{
    private const string Help = $"""
        Notifieringar on one machine.

        Usage: dotnet run --project src/LocalHost -- [command] [options]

        Commands:
          run               start everything and print the addresses (default)
          demo              sixty days of an invented municipality, and a table that adds up
          publish           the zip that Azure runs
          help              this text

        Options:
        {MachineArguments.Help}

        Options of demo:
        {Demo.DemoArguments.Help}

        Options of publish:
        {Publishing.PublishCommand.Help}
        """;

    public static async Task<int> RunAsync(string[] arguments, TextWriter terminal, TextWriter errors, CancellationToken stopping)
    {
        try
        {
            return arguments switch
            {
                ["help" or "--help" or "-h", ..] or [_, "--help" or "-h"] => await TellAsync(terminal, Help, ExitCode.Done),
                ["demo", .. var options] => await Demo.DemoCommand.ExecuteAsync(options, terminal, stopping),
                ["publish", .. var options] => await Publishing.PublishCommand.ExecuteAsync(options, terminal, stopping),
                ["run", .. var options] => await RunCommand.ExecuteAsync(options, terminal, stopping),
                [] or [['-', ..], ..] => await RunCommand.ExecuteAsync(arguments, terminal, stopping),
                [var unknown, ..] => throw new UsageException($"Unknown command: {unknown}"),
            };
        }
        catch (UsageException wrong)
        {
            return await TellAsync(errors, wrong.Message + " (--help shows the options.)", ExitCode.Usage);
        }
        catch (StartFailedException failed)
        {
            return await TellAsync(errors, "  " + failed.Message, ExitCode.StartFailed);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while starting.
            return ExitCode.Done;
        }
    }

    private static async Task<int> TellAsync(TextWriter writer, string text, int exitCode)
    {
        await writer.WriteLineAsync(text);
        return exitCode;
    }
}
