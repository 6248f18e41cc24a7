using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The members of <c>object</c> that run code held in a text, with all the rights of the template around it.</summary>
public partial class ObjectFunctions
{
    // A syntax tree takes far more room than its text.
    private const int LongestCode = 256 * 1024;

    internal static readonly LexerOptions CodeOnly = new() { Mode = ScriptMode.ScriptOnly };

    /// <summary>The value of the last statement of a script; what is no text is its own value.</summary>
    public static object Eval(TemplateContext context, SourceSpan span, object value)
    {
        if (value is not string code)
        {
            return value;
        }

        Exception failure;
        context.EnterRecursive(context.CurrentNode);
        try
        {
            CheckLength(span, code);
            var template = Template.Parse(code, lexerOptions: CodeOnly);
            return template.HasErrors ? throw new ScriptRuntimeException(span, template.Messages.ToString()) : template.Evaluate(context);
        }
        catch (Exception exception) when (exception is not ScriptAbortException)
        {
            failure = exception;
        }
        finally
        {
            context.ExitRecursive(context.CurrentNode);
        }

        throw new ArgumentException(failure.Message, nameof(value), failure);
    }

    /// <summary>The output of a template; a template with errors has none.</summary>
    public static object EvalTemplate(TemplateContext context, SourceSpan span, object value)
    {
        if (value is not string text)
        {
            return value;
        }

        CheckLength(span, text);
        var template = Template.Parse(text);
        if (template.HasErrors)
        {
            return null;
        }

        Exception failure;
        context.EnterRecursive(context.CurrentNode);
        context.PushOutput();
        try
        {
            var result = context.Evaluate(template.Page);
            context.Write(template.Page.Span, result);
            return context.Output.ToString();
        }
        catch (Exception exception) when (exception is not ScriptAbortException)
        {
            failure = exception;
        }
        finally
        {
            context.PopOutput();
            context.ExitRecursive(context.CurrentNode);
        }

        throw new ArgumentException(failure.Message, nameof(value), failure);
    }

    private static void CheckLength(SourceSpan span, string code)
    {
        if (code.Length > LongestCode)
        {
            throw new ScriptRuntimeException(span, $"Code exceeds `{LongestCode}` characters.");
        }
    }
}
