namespace Notifieringar.LocalHost.Demo;

/// <summary>The demo's files: what it reads and where it leaves the letters.</summary>
internal sealed record DemoFolders(LocalMachineOptions Options)
{
    public string Families => Path.Combine(Options.RepositoryRoot, "demo", "families.csv");

    public string Unit => Path.Combine(Options.RepositoryRoot, "demo", "asinge.json");

    public string Letters => Path.Combine(Options.OutboxFolder ?? Path.Combine(Options.RepositoryRoot, "artifacts", "outbox"), "letters");

    public string FunctionLog => Path.Combine(Options.DataFolder, "functions.log");
}
