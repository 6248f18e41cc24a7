using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Notifieringar.Tests.Infra.Bicep;

/// <summary>A Bicep file as its compiler reads it: what it says of it, and the template that Azure gets.</summary>
internal sealed class CompiledTemplate
{
    private static readonly string Compiler =
        typeof(CompiledTemplate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "BicepCompiler").Value!;

    private readonly JsonElement _root;

    private CompiledTemplate(string messages, JsonElement root) => (Messages, _root) = (messages, root);

    /// <summary>Errors and warnings, those of the linter too; empty when there are none.</summary>
    public string Messages { get; }

    /// <summary>The parameters, and whether each must be given.</summary>
    public IReadOnlyDictionary<string, bool> Parameters =>
        _root.GetProperty("parameters").EnumerateObject().ToDictionary(parameter => parameter.Name, parameter => !parameter.Value.TryGetProperty("defaultValue", out _));

    /// <summary>What the template makes, its modules' too, such as Microsoft.Web/sites.</summary>
    public IReadOnlyList<string> ResourceTypes => [.. TypesIn(_root).Distinct().Order(StringComparer.Ordinal)];

    public static async Task<CompiledTemplate> OfAsync(string path)
    {
        using var compiler = Process.Start(new ProcessStartInfo(Compiler, ["build", path, "--stdout"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var messages = compiler.StandardError.ReadToEndAsync(CancellationToken.None);
        var template = await compiler.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await compiler.WaitForExitAsync(CancellationToken.None);
        using var document = JsonDocument.Parse(template.Length > 0 ? template : "{}");
        return new CompiledTemplate((await messages).Trim(), document.RootElement.Clone());
    }

    private static IEnumerable<string> TypesIn(JsonElement template)
    {
        foreach (var resource in template.GetProperty("resources").EnumerateArray())
        {
            var type = resource.GetProperty("type").GetString()!;
            var nested = type == "Microsoft.Resources/deployments" ? TypesIn(resource.GetProperty("properties").GetProperty("template")) : [];
            foreach (var found in nested.Prepend(type))
            {
                yield return found;
            }
        }
    }
}
