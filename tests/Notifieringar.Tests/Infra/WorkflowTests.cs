using Notifieringar.LocalHost.Publishing;
using YamlDotNet.RepresentationModel;

namespace Notifieringar.Tests.Infra;

/// <summary>The files that others' machines read: GitHub's and azd's.</summary>
public sealed class WorkflowTests
{
    private static readonly YamlMappingNode Workflow = Read(".github/workflows/build.yml");
    private static readonly YamlMappingNode Azd = Read("azure.yaml");

    private static IEnumerable<YamlMappingNode> Steps =>
        ((YamlMappingNode)Workflow["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    [Fact]
    public void TheWorkflow_MayReadTheCode_AndNothingElse()
    {
        var permission = Assert.Single(((YamlMappingNode)Workflow["permissions"]).Children);

        Assert.Equal(("contents", "read"), (permission.Key.ToString(), permission.Value.ToString()));
        Assert.All(((YamlMappingNode)Workflow["jobs"]).Children.Values, job => Assert.False(((YamlMappingNode)job).Children.ContainsKey("permissions")));
        Assert.DoesNotContain("secrets.", File.ReadAllText(Path.Combine(RepositoryFiles.Root, ".github/workflows/build.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorkflow_TakesActionsOfANamedVersion() =>
        Assert.All(Of("uses"), action => Assert.Matches(@"^actions/[\w-]+@v\d+$", action));

    [Fact]
    public void TheWorkflow_TestsAsTheReadmeSays_AndKeepsWhatIsPublished()
    {
        Assert.Contains("dotnet test", Of("run"));
        var publish = Assert.Single(Of("run"), command => command.Contains("-- publish", StringComparison.Ordinal));
        var kept = Steps.Single(step => step.Children.TryGetValue("uses", out var action) && action.ToString().StartsWith("actions/upload-artifact", StringComparison.Ordinal));
        Assert.EndsWith($"--output {kept["with"]["path"]}", publish, StringComparison.Ordinal);
        Assert.Contains("--output FILE", PublishCommand.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Azd_PublishesBeforeItPacks_AndPacksWhatWasPublished()
    {
        var app = Azd["services"]["app"];

        Assert.Equal("function", app["host"].ToString());
        Assert.Equal("dotnet run --project src/LocalHost -- publish", app["hooks"]["prepackage"]["run"].ToString());
        Assert.Contains($"({app["dist"]})", PublishCommand.Help, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, Azd["infra"]["path"].ToString(), $"{Azd["infra"]["module"]}.bicep")));
        Assert.Matches("tags: \\{ 'azd-service-name': 'app' \\}", new BicepFile("main.bicep").Code);
    }

    private static IEnumerable<string> Of(string key) => Steps.Where(step => step.Children.ContainsKey(key)).Select(step => step[key].ToString());

    private static YamlMappingNode Read(string path)
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(RepositoryFiles.Root, path));
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
