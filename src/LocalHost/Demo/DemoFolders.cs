namespace Notifieringar.LocalHost.Demo;

/// <summary>The demo's files: what it reads, and the log that says more when something fails.</summary>
internal sealed record DemoFolders(LocalMachineOptions Options)
{
    public string Folder => Path.Combine(Options.RepositoryRoot, "demo");

    public string Families => Path.Combine(Options.RepositoryRoot, "demo", "families.csv");

    public string Unit => Path.Combine(Options.RepositoryRoot, "demo", "asinge.json");

    public string FunctionLog => Path.Combine(Options.DataFolder, "functions.log");
}
