using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Web.Family;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Previews;

/// <summary>A text as a family gets it, as a page of its own that stands in a frame of the editor. It runs nothing, sends nothing and loads nothing;
/// its style sheets are allowed by their hashes.</summary>
internal static class TextPreviews
{
    public static IResult Of(PreviewedText text, TemplateKey key) => (text switch
    {
        PreviewedText.Sms sms => SmsPreview.Of(sms, key.Language),
        PreviewedText.Email email => EmailPreview.Of(email),
        PreviewedText.Letter letter => LetterPreviewPage.Of(letter),
        PreviewedText.Lacking lacking => Sentence("mallar.lacking", ("value", lacking.Path)),
        PreviewedText.Broken { Line: > 0 } broken => Sentence("mallar.brokenAt", ("line", broken.Line), ("message", broken.Message)),
        PreviewedText.Broken broken => Sentence("mallar.broken", ("message", broken.Message)),
        PreviewedText.NoWay => Sentence($"mallar.noWay.{key.Channel}"),
        _ => Sentence("mallar.noSwedish"),
    }).AsResult();

    private static PreviewDocument Sentence(string words, params (string Name, object Value)[] values) =>
        new PreviewDocument().With($"<p class=\"preview-note\">{PageHtml.Encode(StaffWords.Current.With(words, values))}</p>");
}
