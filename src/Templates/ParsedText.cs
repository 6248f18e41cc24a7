using Scriban;
using Scriban.Syntax;

namespace Notifieringar.Templates;

/// <summary>A parsed text and what its syntax tree says once for all recipients.</summary>
internal sealed class ParsedText
{
    // Everything that follows a syntax tree calls itself once a level; no text that people write comes near.
    private const int MostLevels = 500;

    public ParsedText(string source)
    {
        Template = Template.Parse(source);
        IsTooDeep = !Template.HasErrors && IsDeep(Template.Page);
        Page = Template.HasErrors || IsTooDeep ? null : Template.Page;
        Absences = new HandledAbsences(Page);
    }

    public Template Template { get; }

    /// <summary>The syntax tree; null when there are errors or it nests too deeply.</summary>
    public ScriptPage? Page { get; }

    public bool IsTooDeep { get; }

    /// <summary>Where the text can do without a value.</summary>
    public HandledAbsences Absences { get; }

    private static bool IsDeep(ScriptNode root)
    {
        var open = new Stack<(ScriptNode Node, int Level)>();
        open.Push((root, 1));
        while (open.TryPop(out var next))
        {
            if (next.Level > MostLevels)
            {
                return true;
            }

            foreach (var child in next.Node.Children)
            {
                open.Push((child, next.Level + 1));
            }
        }

        return false;
    }
}
