using System.Text.Json;

namespace Notifieringar.LocalHost;

/// <summary>The JSON files of a built function app; comments are allowed in them, as the Functions host allows them.</summary>
internal static class HostJson
{
    /// <exception cref="StartFailedException">The folder holds no function app.</exception>
    public static JsonDocument Read(string appFolder)
    {
        var path = Path.Combine(appFolder, "host.json");
        return File.Exists(path)
            ? Parse(path)
            : throw new StartFailedException($"No host.json in {appFolder}: that is not a built function app.");
    }

    /// <exception cref="StartFailedException">The file is not JSON.</exception>
    public static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException wrong)
        {
            throw new StartFailedException($"{path} is not JSON: {wrong.Message}");
        }
    }
}
