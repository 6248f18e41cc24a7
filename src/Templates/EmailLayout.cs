using System.Text.RegularExpressions;

namespace Notifieringar.Templates;

/// <summary>A complete e-mail.</summary>
/// <param name="Subject">One line of plain text.</param>
/// <param name="Html">The text/html part, a whole document.</param>
/// <param name="Text">The text/plain part with the same facts.</param>
public sealed record EmailDocument(string Subject, string Html, string Text);

/// <summary>Puts the fragment of an e-mail into its page: no pictures, no tracking, nothing fetched from elsewhere.</summary>
public static partial class EmailLayout
{
    private static readonly string Page = Embedded.Read("Layouts/email.html").Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Wraps a rendered e-mail.</summary>
    /// <param name="text">A text rendered for e-mail.</param>
    /// <param name="language">BCP 47 tag of its language.</param>
    /// <param name="senderName">The library's name.</param>
    /// <param name="phone">Phone number of a person at the library.</param>
    /// <returns>The e-mail.</returns>
    /// <exception cref="ArgumentException">The text was not rendered for e-mail.</exception>
    public static EmailDocument Wrap(RenderedText text, string language, string senderName, string phone)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is not { Subject: { } subject, PlainText: { } plainText })
        {
            throw new ArgumentException("Only a text rendered for e-mail has a subject and a plain text.", nameof(text));
        }

        var rightToLeft = Languages.IsRightToLeft(language);
        var phrases = PhraseTable.For(language);
        var footer = new PrintedValue(
        [
            new(phrases.EmailFooter + " ", Isolation.None),
            new(Bidi.Clean(senderName), Isolation.FirstStrong),
            new($". {phrases.EmailPhone} ", Isolation.None),
            new(Bidi.Clean(phone), Isolation.LeftToRight),
            new(".", Isolation.None),
        ]);
        var html = Slot().Replace(Page, slot => slot.Groups[1].Value switch
        {
            "lang" => HtmlText.Escape(language),
            "dir" => rightToLeft ? "rtl" : "ltr",
            "subject" => HtmlText.Escape(subject),
            "body" => text.Body,
            _ => footer.Html(rightToLeft),
        });
        return new EmailDocument(subject, html, $"{plainText}\n\n{footer.Plain(rightToLeft)}\n");
    }

    // One pass over the layout, so that nothing in a value can be taken for a slot.
    [GeneratedRegex(@"\[(lang|dir|subject|body|footer)\]")]
    private static partial Regex Slot();
}
