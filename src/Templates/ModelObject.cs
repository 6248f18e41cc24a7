using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Notifieringar.Templates;

/// <summary>An object of the model that cannot be read carelessly: an absent value is never silently nothing.</summary>
internal sealed class ModelObject(string name) : ScriptObject
{
    public override bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        var found = base.TryGetValue(context, span, member, out value);
        if (value is null && name.Length > 0 && context is TextContext text && !(found && text.AllowsAbsenceAt(span)))
        {
            throw text.Missing(span, $"{name}.{member}");
        }

        return found;
    }
}
