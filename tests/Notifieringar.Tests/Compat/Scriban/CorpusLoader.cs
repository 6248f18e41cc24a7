using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>The texts that a case includes; some names fail on purpose.</summary>
internal sealed class CorpusLoader(JsonElement texts) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName switch
    {
        "throw-path" => throw new InvalidOperationException("no path"),
        "throw-load" or "nulltext" => templateName,
        _ => texts.TryGetProperty(templateName, out _) ? templateName : null!,
    };

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => templatePath switch
    {
        "throw-load" => throw new InvalidOperationException("no text"),
        "nulltext" => null!,
        _ => texts.GetProperty(templatePath).GetString()!,
    };

    public ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));
}
