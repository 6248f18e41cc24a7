using Notifieringar.Model;
using Scriban.Syntax;

namespace Notifieringar.Templates.Checking;

/// <summary>A text taken apart once, for all questions.</summary>
internal sealed class CheckedText
{
    public CheckedText(TemplateText text)
    {
        Text = text;
        Parsed = new ParsedText(text.Source.Length > ParsedTexts.LongestSource ? text.Source[..ParsedTexts.LongestSource] : text.Source);
        Read = ModelReads.In(Page);
        Said = SaidText.In(Page, text.Source);
    }

    public TemplateText Text { get; }

    public ParsedText Parsed { get; }

    /// <summary>The syntax tree; null when the code cannot be read.</summary>
    public ScriptPage? Page => Parsed.Page;

    public bool IsTooLong => Text.Source.Length > ParsedTexts.LongestSource;

    /// <summary>What the text reads.</summary>
    public ModelReads Read { get; }

    /// <summary>The words that stand in the text itself, outside and inside its code.</summary>
    public IReadOnlyList<SaidText> Said { get; }

    public bool IsSms => Text.Key.Channel == Channel.Sms;

    public TextFinding Finding(string code, FindingWeight weight, SourcePlace place, string message, string remedy) =>
        new(Text.Key, code, weight, place.Line, place.Column, message, remedy);
}
