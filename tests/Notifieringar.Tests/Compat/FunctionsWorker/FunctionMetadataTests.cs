using System.Text.Json.Nodes;
using FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

/// <summary>The files that the build writes for the Functions host.</summary>
public sealed class FunctionMetadataTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("function-metadata-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Schemalaggare", "timer.function.json")]
    [InlineData("SkickaSms", "queue.function.json")]
    public void FunctionFile_OfTimersAndQueues_IsTheHostsForm(string function, string file)
    {
        FunctionFolders.Write(Samples(), _folder.FullName);

        var expected = JsonNode.Parse(File.ReadAllText(WorkerData.Path($"functions-config/{file}")));
        var written = Json($"{function}/function.json");
        Assert.True(JsonNode.DeepEquals(expected, written), written.ToJsonString());
    }

    [Fact]
    public void FunctionFile_OfHttp_HasOneTriggerAndOneOutputSoThatTheHostProxies()
    {
        FunctionFolders.Write(Samples(), _folder.FullName);

        Assert.Equal(
            """{"bindings":[{"name":"request","type":"httpTrigger","direction":"in","authLevel":"anonymous","methods":["get","post"],"route":"sida/{namn}"},{"name":"$return","type":"http","direction":"out"}]}""",
            Json("ShowPage/function.json").ToJsonString());
        var all = Json("ShowAll/function.json")["bindings"]![0]!;
        Assert.Equal("function", (string?)all["authLevel"]);
        Assert.Null(all["methods"]);
    }

    [Fact]
    public void Declarations_ReadFromTheFile_AreThoseThatTheRunningAppFinds() =>
        Assert.Equal(
            FunctionCatalog.Find(FunctionApp.Samples).Select(function => (function.Name, function.TriggerParameter.Name!, function.Trigger.GetType().Name)).Order(),
            Samples().Select(function => (function.Name, function.Binding, function.Trigger.Type)).Order());

    [Fact]
    public void Declarations_WithAnUnsafeRoute_FailTheBuild() =>
        Assert.Throws<InvalidOperationException>(() => DeclarationReader.Read(typeof(FunctionMetadataTests).Assembly.Location));

    [Fact]
    public void Folder_OfAFunctionThatIsGone_IsRemovedAndNothingElse()
    {
        _folder.CreateSubdirectory("Gone");
        File.WriteAllText(Path.Combine(_folder.FullName, "Gone", "function.json"), "{}");
        _folder.CreateSubdirectory("wwwroot");

        FunctionFolders.Write(Samples(), _folder.FullName);

        var folders = _folder.GetDirectories().Select(folder => folder.Name).ToList();
        Assert.DoesNotContain("Gone", folders);
        Assert.Contains("wwwroot", folders);
        Assert.Contains("Schemalaggare", folders);
    }

    [Fact]
    public void HostFile_IsTheAppsOwnAndStartsItAsACustomHandler()
    {
        var source = Path.Combine(_folder.FullName, "source.json");
        File.WriteAllText(source, """{ "version": "2.0", /* why */ "extensions": { "http": { "routePrefix": "" } }, }""");

        HostFile.Write(source, _folder.FullName, "App");

        Assert.Equal(
            """{"version":"2.0","extensions":{"http":{"routePrefix":""}},"customHandler":{"description":{"defaultExecutablePath":"App","workingDirectory":"","arguments":[]},"enableProxyingHttpRequest":true}}""",
            Json("host.json").ToJsonString());
    }

    private static List<FunctionDeclaration> Samples()
    {
        var names = FunctionApp.Samples.Select(type => type.FullName).ToHashSet();
        return [.. DeclarationReader.ReadOf(typeof(FunctionMetadataTests).Assembly.Location, names.Contains)];
    }

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, file)))!;
}
