using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The members of <c>object</c> that run code held in a text, with all the rights of the template around it.</summary>
public partial class ObjectFunctions
{
    private static readonly LexerOptions CodeOnly = new() { Mode = ScriptMode.ScriptOnly };

    /// <summary>The value of the last statement of a script; what is no text is its own value.</summary>
    public static object Eval(TemplateContext context, SourceSpan span, object value)
    {
        if (value is not string code)
        {
            return value;
        }

        try
        {
            var template = Template.Parse(code, lexerOptions: CodeOnly);
            return template.HasErrors ? throw new ScriptRuntimeException(span, template.Messages.ToString()) : template.Evaluate(context);
        }
        catch (Exception exception) when (exception is not ScriptAbortException)
        {
            throw new ArgumentException(exception.Message, nameof(value), exception);
        }
    }

    /// <summary>The output of a template; a template with errors has none.</summary>
    public static object EvalTemplate(TemplateContext context, SourceSpan span, object value)
    {
        if (value is not string text)
        {
            return value;
        }

        var template = Template.Parse(text);
        if (template.HasErrors)
        {
            return null;
        }

        context.PushOutput();
        try
        {
            context.Evaluate(template.Page);
        }
        catch (Exception exception) when (exception is not ScriptAbortException)
        {
            context.PopOutput();
            throw new ArgumentException(exception.Message, nameof(value), exception);
        }

        return context.PopOutput().ToString();
    }
}
