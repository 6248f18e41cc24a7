using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Included texts.</summary>
public partial class TemplateContext
{
    internal string Include(string name, ScriptArray arguments, ScriptNode caller)
    {
        var template = Included(name, caller);
        EnterRecursive(caller);
        _calls.Push(new Call(arguments, null, null));
        PushOutput();
        try
        {
            Render(template.Page);
        }
        finally
        {
            _calls.Pop();
            _recursion--;
        }

        return PopOutput().ToString();
    }

    private Template Included(string name, ScriptNode caller)
    {
        if (TemplateLoader is null)
        {
            throw new ScriptRuntimeException(caller.Span, $"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        }

        try
        {
            var path = TemplateLoader.GetPath(this, caller.Span, name)
                ?? throw new ScriptRuntimeException(caller.Span, $"Include template path is null for `{name}`");
            if (CachedTemplates.TryGetValue(path, out var known))
            {
                return known;
            }

            var text = TemplateLoader.Load(this, caller.Span, path)
                ?? throw new ScriptRuntimeException(caller.Span, $"The result of including `{path}` is null");
            var template = Template.Parse(text, path);
            if (template.HasErrors)
            {
                throw new ScriptParserRuntimeException(caller.Span, $"Error while parsing template `{path}`", template.Messages);
            }

            CachedTemplates[path] = template;
            return template;
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(caller.Span, $"Unexpected exception while loading template `{name}`", exception);
        }
    }
}
