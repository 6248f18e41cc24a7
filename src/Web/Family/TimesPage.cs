using Notifieringar.Planning.Visits;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Family;

/// <summary>Other times for a visit: choose one, then confirm it. Like the invitation's page it reveals nobody.</summary>
internal static class TimesPage
{
    public static string Render(AnswerOutcome.Times offer, string language)
    {
        var text = FamilyText.In(language);
        return offer.Held is { } held ? Confirm(offer, held, text, language) : Choose(offer, text, language);
    }

    /// <summary>The library has called the visit off, and another time can be chosen.</summary>
    public static string CalledOff(AnswerOutcome.CalledOff off, string language)
    {
        var text = FamilyText.In(language);
        return PageLayout.Render(language, text.Heading, $"""
            <h1>{PageHtml.Encode(text.Heading)}</h1>
            <p class="said" role="status">{PageHtml.Encode(text.CalledOff)}</p>
            <form method="post">{InvitationPage.Button("other", text.ChooseHeading, isFirst: true)}</form>
            <p>{PageHtml.Fill(text.Contact, InvitationPage.Values(off.About, language))}</p>
            """);
    }

    private static string Choose(AnswerOutcome.Times offer, FamilyText text, string language)
    {
        var intro = offer.WasLost
            ? $"""<p class="wrong" role="alert">{PageHtml.Encode(text.TimeLost)}</p>"""
            : $"<p>{PageHtml.Encode(offer.Offered.IsEmpty ? text.NoTimes : text.ChooseIntro)}</p>";
        var buttons = offer.Offered.IsEmpty
            ? InvitationPage.Button("other", text.CallUs, isFirst: true)
            : string.Concat(offer.Offered.OrderBy(slot => slot.Starts).Select(slot => Button(slot, text, language)));
        return PageLayout.Render(language, text.ChooseHeading, $"""
            <h1>{PageHtml.Encode(text.ChooseHeading)}</h1>
            {intro}
            <form method="post">{buttons}</form>
            <p>{PageHtml.Fill(text.Contact, InvitationPage.Values(offer.About, language))}</p>
            """, $"{FamilyPages.TimesField}={FamilyPages.AllTimes}");
    }

    private static string Confirm(AnswerOutcome.Times offer, VisitSlot held, FamilyText text, string language) =>
        PageLayout.Render(language, text.ConfirmHeading, $"""
            <h1>{PageHtml.Encode(text.ConfirmHeading)}</h1>
            <div class="time"><p class="when">{When(held.Starts, text, language)}</p></div>
            <p>{PageHtml.Encode(text.ConfirmHint)}</p>
            <form method="post"><input type="hidden" name="{AnswerForm.TimeField}" value="{AnswerForm.Written(held.Starts)}">
            {InvitationPage.Button(AnswerForm.Take, text.Confirm, isFirst: true)}</form>
            <form method="post">{InvitationPage.Button("other", text.AnotherTime, isFirst: false)}</form>
            <p>{PageHtml.Fill(text.Contact, InvitationPage.Values(offer.About, language))}</p>
            """, $"{FamilyPages.TimesField}={AnswerForm.Written(held.Starts)}");

    private static string Button(VisitSlot slot, FamilyText text, string language) =>
        $"""<button name="{AnswerForm.TimeField}" value="{AnswerForm.Written(slot.Starts)}">{When(slot.Starts, text, language)}</button>""";

    private static string When(LocalDateTime starts, FamilyText text, string language)
    {
        var phrases = PhraseTable.For(language);
        return PageHtml.Fill(text.When, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["date"] = PageHtml.Encode(phrases.Date(starts.Date)),
            ["isoDate"] = PageHtml.Digits(LocalDatePattern.Iso.Format(starts.Date)),
            ["time"] = PageHtml.Digits(phrases.Time(starts.TimeOfDay)),
        });
    }
}
