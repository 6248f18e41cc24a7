using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the texts that templates include.</summary>
public interface ITemplateLoader
{
    /// <summary>The path of a text; it is parsed once for each path and context.</summary>
    string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>The text at a path.</summary>
    string Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    /// <summary>The same; this stand-in renders synchronously and never calls it.</summary>
    ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
