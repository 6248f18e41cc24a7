using System.Globalization;
using Notifieringar.Delivery.Letters;
using Notifieringar.Web.Family;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Previews;

/// <summary>A letter as its pages, and as the postman sees it: through the envelope's window with the sheet in each of its corners.</summary>
internal static class LetterPreviewPage
{
    public static PreviewDocument Of(PreviewedText.Letter letter)
    {
        var words = StaffWords.Current;
        var (page, envelope) = letter;
        var document = new PreviewDocument().Before(page.Css);
        if (page.Problem is { } problem)
        {
            document = document.With($"<p class=\"preview-note bad\">{PageHtml.Encode(words[$"mallar.letter.{problem}"])}</p>");
        }

        return page.Html.Length == 0
            ? document
            : document.After(Measures(page, envelope)).With($"""
                <h2>{PageHtml.Encode(words.With("mallar.window", ("envelope", envelope.Name)))}</h2>
                <p class="preview-note {(page.IsRightInWindow ? "good" : "bad")}">{PageHtml.Encode(words[page.IsRightInWindow ? "mallar.windowRight" : "mallar.windowWrong"])}</p>
                <div class="windows">{string.Concat(page.Windows.Select((window, number) => Window(page, window, number)))}</div>
                <h2>{PageHtml.Encode(words["mallar.pages"])}</h2>
                <div class="sheets">{page.Html}</div>
                """);
    }

    // The picture is for the eye; its words stand below it and on the page itself.
    private static string Window(LetterPreview page, WindowView window, int number)
    {
        var words = StaffWords.Current;
        var place = words[$"mallar.slid{(window.SlidDown ? "Down" : "Up")}{(window.SlidRight ? "Right" : "Left")}"];
        var verdict = words[window switch { { ShowsAddress: false } => "mallar.windowCuts", { ShowsNothingElse: false } => "mallar.windowMore", _ => "mallar.windowGood" }];
        return string.Create(CultureInfo.InvariantCulture, $"""
            <figure><div class="hole" aria-hidden="true"><div class="slid slid-{number}"><div class="letter">{page.Front}</div></div></div>
            <figcaption>{PageHtml.Encode(place)}: {PageHtml.Encode(verdict)}</figcaption></figure>
            """);
    }

    private static string Measures(LetterPreview page, EnvelopeProfile envelope)
    {
        var hole = string.Create(CultureInfo.InvariantCulture, $".hole{{width:{envelope.Window.Width}mm;height:{envelope.Window.Height}mm}}");
        var slides = page.Windows.Select((window, number) => string.Create(
            CultureInfo.InvariantCulture, $".slid-{number}{{left:{-window.Seen.X}mm;top:{-window.Seen.Y}mm}}"));
        return hole + string.Concat(slides);
    }
}
