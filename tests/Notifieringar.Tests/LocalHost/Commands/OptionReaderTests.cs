using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Tests.LocalHost.Commands;

public sealed class OptionReaderTests
{
    [Fact]
    public void Read_AllForms_AreUnderstood()
    {
        var options = new OptionReader(["--port", "8080", "--fresh", "--data=some folder", "--no-timers"]);
        var machine = MachineArguments.Read(options, TextWriter.Null);
        options.RefuseTheRest();

        Assert.Equal((8080, 7072, true, false, false), (machine.PublicPort, machine.SandboxPort, machine.Fresh, machine.TimersRun, machine.InMemory));
        Assert.Equal("some folder", Path.GetFileName(machine.DataFolder));
    }

    [Fact]
    public void Read_APublishedApp_IsGivenNoBrowserOfTheRepository()
    {
        var published = MachineArguments.Read(new OptionReader(["--app", "published"]), TextWriter.Null);
        var built = MachineArguments.Read(new OptionReader(["--functions", "built"]), TextWriter.Null);

        Assert.Equal(("published", true), (Path.GetFileName(published.FunctionsFolder), published.AppHasLetterTools));
        Assert.Equal(("built", false), (Path.GetFileName(built.FunctionsFolder), built.AppHasLetterTools));
    }

    [Theory]
    [InlineData("run --port")]
    [InlineData("run --port --fresh")]
    [InlineData("run --port 70000")]
    [InlineData("run --port -1")]
    [InlineData("run --prot 7071")]
    [InlineData("run extra")]
    [InlineData("--nonsense")]
    [InlineData("walk")]
    [InlineData("publish --output")]
    [InlineData("publish --port 7071")]
    public async Task RunAsync_AMistake_IsToldInOneSentenceWithExitCode2(string line)
    {
        using var errors = new StringWriter();

        var exitCode = await CommandLine.RunAsync(line.Split(' '), TextWriter.Null, errors, CancellationToken.None);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Single(errors.ToString().Trim().Split('\n'));
        Assert.Contains("--help", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("run --help")]
    public async Task RunAsync_Help_NamesEveryOption(string line)
    {
        using var terminal = new StringWriter();

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(line.Split(' '), terminal, TextWriter.Null, CancellationToken.None));
        Assert.Contains("--sandbox-port", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AFolderThatIsNoFunctionApp_FailsToStartWithExitCode1()
    {
        var empty = Directory.CreateTempSubdirectory("notifieringar-empty-");
        using var errors = new StringWriter();

        var exitCode = await CommandLine.RunAsync(
            ["run", "--functions", empty.FullName, "--data", empty.FullName, "--in-memory"], TextWriter.Null, errors, CancellationToken.None);

        Assert.Equal(ExitCode.StartFailed, exitCode);
        Assert.Contains("host.json", errors.ToString(), StringComparison.Ordinal);
        empty.Delete(recursive: true);
    }
}
