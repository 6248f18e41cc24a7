using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionMetadata;

/// <summary>
/// The host.json that the host reads: the app's own, which is written for the official worker, and the section that makes the
/// app a custom handler.
/// </summary>
internal static class HostFile
{
    public static void Write(string source, string outputFolder, string executable)
    {
        JsonObject host;
        try
        {
            host = JsonNode.Parse(File.ReadAllText(source), documentOptions: JsonForm.Lenient)?.AsObject() ?? [];
        }
        catch (JsonException mistake)
        {
            throw new InvalidOperationException($"{source} is not JSON: {mistake.Message}");
        }

        host["customHandler"] = new JsonObject
        {
            ["description"] = new JsonObject
            {
                ["defaultExecutablePath"] = executable,
                ["workingDirectory"] = string.Empty,
                ["arguments"] = new JsonArray(),
            },
            ["enableProxyingHttpRequest"] = true,
        };
        FunctionFolders.WriteFile(Path.Combine(outputFolder, "host.json"), host);
    }
}
