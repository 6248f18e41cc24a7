using System.Diagnostics;
using System.Text.Json;

namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>What host.json says about the executable (customHandler.description), as the Functions host reads it.</summary>
internal sealed record HandlerDescription(string ExecutablePath, string WorkingDirectory, IReadOnlyList<string> Arguments)
{
    /// <exception cref="StartFailedException">host.json names no executable, or the folder has none.</exception>
    public static HandlerDescription Read(string appFolder)
    {
        using var host = HostJson.Read(appFolder);
        if (!host.RootElement.TryGetProperty("customHandler", out var handler)
            || !handler.TryGetProperty("description", out var description)
            || Text(description, "defaultExecutablePath") is not { Length: > 0 } executable)
        {
            throw new StartFailedException($"host.json in {appFolder} names no customHandler.description.defaultExecutablePath.");
        }

        string[] arguments = description.TryGetProperty("arguments", out var list)
            ? [.. list.EnumerateArray().Select(argument => argument.GetString()!)]
            : [];
        return new HandlerDescription(
            Find(appFolder, executable), Path.Combine(appFolder, Text(description, "workingDirectory") ?? ""), arguments);
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(ExecutablePath) { WorkingDirectory = WorkingDirectory };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A file of the app, or else a program of the machine, as the Functions host looks for it.</summary>
    private static string Find(string appFolder, string executable)
    {
        var path = Path.Combine(appFolder, executable);
        return (File.Exists(path), File.Exists(path + ".exe")) switch
        {
            (true, _) => path,
            (_, true) => path + ".exe",
            // A bare word such as "node"; a built app's name has a dot.
            _ when executable.IndexOfAny(['.', '/', '\\']) < 0 => executable,
            _ => throw new StartFailedException($"The function app's executable {path} does not exist. Build the solution first."),
        };
    }
}
