using Scriban;

namespace Notifieringar.Templates;

/// <summary>A parsed text and what its syntax tree says once for all recipients.</summary>
/// <param name="Template">The template; it may have errors.</param>
/// <param name="Absences">Where it can do without a value.</param>
internal sealed record ParsedText(Template Template, HandledAbsences Absences)
{
    public static ParsedText Of(string source)
    {
        var template = Template.Parse(source);
        return new ParsedText(template, new HandledAbsences(template.HasErrors ? null : template.Page));
    }
}
