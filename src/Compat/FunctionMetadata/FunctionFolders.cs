using System.Text.Json.Nodes;

namespace FunctionMetadata;

/// <summary>One folder with a function.json for each function, and none for a function that is gone.</summary>
internal static class FunctionFolders
{
    private const string FileName = "function.json";

    public static void Write(IReadOnlyList<FunctionDeclaration> functions, string outputFolder)
    {
        var files = functions.ToDictionary(function => function.Name, FunctionFile.Of, StringComparer.OrdinalIgnoreCase);
        Directory.CreateDirectory(outputFolder);
        foreach (var folder in Directory.GetDirectories(outputFolder).Where(folder => !files.ContainsKey(Path.GetFileName(folder))))
        {
            RemoveFunction(folder);
        }

        foreach (var (name, file) in files)
        {
            var folder = Directory.CreateDirectory(Path.Combine(outputFolder, name)).FullName;
            WriteFile(Path.Combine(folder, FileName), file);
        }
    }

    public static void WriteFile(string path, JsonObject content) => File.WriteAllText(path, content.ToJsonString(JsonForm.Indented) + "\n");

    private static void RemoveFunction(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return;
        }

        File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
