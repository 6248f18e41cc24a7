using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template. It does not change, and can be rendered by several threads at once, each with a context of its own.</summary>
public class Template
{
    private Template()
    {
    }

    /// <summary>Where the text came from; null when unknown.</summary>
    public string SourceFilePath { get; private init; }

    /// <summary>The syntax tree; null when it could not be made.</summary>
    public ScriptPage Page { get; private init; }

    /// <summary>True when it cannot be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>What the parser found.</summary>
    public LogMessageBag Messages { get; private init; }

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text; null is empty.</param>
    /// <param name="sourceFilePath">Where it came from.</param>
    /// <param name="parserOptions">Options.</param>
    /// <param name="lexerOptions">Options.</param>
    /// <returns>The template, also with errors.</returns>
    public static Template Parse(string text, string sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        var messages = new LogMessageBag();
        var mode = lexerOptions?.Mode ?? ScriptMode.Default;
        var page = new Parser(text ?? "", sourceFilePath ?? "<input>", mode, parserOptions ?? default, messages).Read();
        return new Template { SourceFilePath = sourceFilePath, Page = page, Messages = messages };
    }

    /// <summary>Renders with a model.</summary>
    /// <param name="model">Its members are the template's variables.</param>
    /// <param name="memberRenamer">Names of .NET members; null for the usual ones.</param>
    /// <param name="memberFilter">Which .NET members; null for all.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    public string Render(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null)
    {
        var globals = new ScriptObject();
        globals.Import(model, memberFilter, memberRenamer);
        var context = new TemplateContext();
        context.PushGlobal(globals);
        return Render(context);
    }

    /// <summary>Renders in a context.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        CheckErrors();
        context.PushOutput();
        string text;
        try
        {
            context.Render(Page);
        }
        finally
        {
            text = context.PopOutput().ToString();
        }

        return text;
    }

    /// <summary>Evaluates without output.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The value of the last statement.</returns>
    public object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        CheckErrors();
        var before = context.EnableOutput;
        context.EnableOutput = false;
        try
        {
            return context.Evaluate(Page);
        }
        finally
        {
            context.EnableOutput = before;
        }
    }

    private void CheckErrors()
    {
        if (HasErrors)
        {
            throw new InvalidOperationException($"This template has errors. Check the property .HasErrors and the property .Messages. Errors:\n{Messages}");
        }
    }
}
