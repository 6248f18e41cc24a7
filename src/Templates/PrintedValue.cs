using System.Collections.Immutable;
using System.Text;

namespace Notifieringar.Templates;

/// <summary>How a value keeps its own reading direction inside a text (Unicode Standard Annex 9).</summary>
internal enum Isolation
{
    /// <summary>Written in the language of the text.</summary>
    None,

    /// <summary>A time, phone number, code or link: always left to right.</summary>
    LeftToRight,

    /// <summary>A name: by its own first letter.</summary>
    FirstStrong,
}

/// <summary>A run of a value with one direction.</summary>
internal readonly record struct ValuePart(string Text, Isolation Isolation);

/// <summary>A value of the model: knows its direction, so that a text only has to name it.</summary>
internal sealed class PrintedValue(ImmutableArray<ValuePart> parts)
{
    private const char NoBreakSpace = '\u00A0';

    public PrintedValue(string text, Isolation isolation)
        : this([new ValuePart(text, isolation)])
    {
    }

    public string Plain(bool rightToLeft)
    {
        var written = new StringBuilder();
        foreach (var part in parts)
        {
            written.Append(Bidi.Isolate(part.Text, part.Isolation, rightToLeft));
        }

        return written.ToString();
    }

    public string Html(bool rightToLeft)
    {
        var written = new StringBuilder();
        foreach (var part in parts)
        {
            var escaped = HtmlText.Escape(part.Text);
            var whole = escaped.Replace(' ', NoBreakSpace); // a number that breaks over two lines is two numbers
            _ = part.Isolation switch
            {
                Isolation.FirstStrong => written.Append("<bdi>").Append(escaped).Append("</bdi>"),
                Isolation.LeftToRight when rightToLeft => written.Append("<bdi dir=\"ltr\">").Append(whole).Append("</bdi>"),
                Isolation.LeftToRight => written.Append(whole),
                _ => written.Append(escaped),
            };
        }

        return written.ToString();
    }

    /// <summary>The text alone: for comparisons and functions in a template, and for attributes.</summary>
    public override string ToString() => string.Concat(parts.Select(part => part.Text));
}
