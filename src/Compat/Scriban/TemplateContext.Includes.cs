using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Includes other texts.</summary>
public partial class TemplateContext
{
    /// <summary>The loader's path of a text; it throws where there is none.</summary>
    public virtual string GetTemplatePathFromName(string templateName, ScriptNode callerContext)
    {
        var span = callerContext?.Span ?? default;
        if (string.IsNullOrEmpty(templateName))
        {
            throw new ScriptRuntimeException(span, "Include template name cannot be null or empty");
        }

        if (TemplateLoader is null)
        {
            throw new ScriptRuntimeException(
                span, $"Unable to include <{templateName}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        }

        string path;
        try
        {
            path = TemplateLoader.GetPath(this, span, templateName);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(
                span, $"Unexpected exception while getting the path for the include name `{templateName}`", exception);
        }

        return path ?? throw new ScriptRuntimeException(span, $"Include template path is null for `{templateName}");
    }

    /// <summary>The parsed text at a path.</summary>
    public Template GetOrCreateTemplate(string templatePath, ScriptNode callerContext)
    {
        if (CachedTemplates.TryGetValue(templatePath, out var cached))
        {
            return cached;
        }

        var span = callerContext?.Span ?? default;
        string text;
        try
        {
            text = TemplateLoader.Load(this, span, templatePath);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while creating template from path `{templatePath}`", exception);
        }

        if (text is null)
        {
            throw new ScriptRuntimeException(span, $"The result of including `{templatePath}` cannot be null");
        }

        var template = Template.Parse(text, templatePath, TemplateLoaderParserOptions, TemplateLoaderLexerOptions);
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(span, $"Error while parsing template `{templatePath}`", template.Messages);
        }

        return CachedTemplates[templatePath] = template;
    }

    /// <summary>The output of a text; its $ is the arguments.</summary>
    public string RenderTemplate(Template template, ScriptArray arguments, ScriptNode callerContext)
    {
        ArgumentNullException.ThrowIfNull(template);
        var indent = CurrentIndent;
        var flow = FlowState;
        EnterRecursive(callerContext);
        PushOutput();
        PushInclude(arguments);
        CurrentIndent = null;
        try
        {
            var result = Evaluate(template.Page);
            if (result is not null)
            {
                Write(template.Page.Span, result);
            }

            return Output.ToString();
        }
        finally
        {
            CurrentIndent = indent;
            FlowState = flow;
            PopCall();
            PopOutput();
            ExitRecursive(callerContext);
        }
    }
}
