using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;
using NodaTime.Text;

namespace Notifieringar.Web.Family;

/// <summary>An invitation and its answer. A forwarded link must reveal nobody: no child's name, no guardian's name and no address stand here.</summary>
internal static class InvitationPage
{
    public static string Render(AnswerOutcome.Found found, string language)
    {
        var text = FamilyText.In(language);
        var (invitation, rules, _) = found;
        var values = Values(invitation, rules, language);
        var title = invitation.Answer == Answer.None ? text.Heading : text.Thanks;
        return PageLayout.Render(language, title, $"""
            <h1>{PageHtml.Encode(text.Heading)}</h1>
            <p>{PageHtml.Fill(text.Intro, values)}</p>
            <div class="time">
            <p class="label">{PageHtml.Encode(rules.ComesUnlessNo ? text.YourTime : text.OurSuggestion)}</p>
            <p class="when">{PageHtml.Fill(text.When, values)}</p>
            <p>{PageHtml.Fill(text.About, values)}</p>
            </div>
            {Answered(invitation, rules, text)}
            <p>{PageHtml.Fill(text.Contact, values)}</p>
            """);
    }

    private static Dictionary<string, string> Values(Invitation invitation, UnitRules rules, string language)
    {
        var phrases = PhraseTable.For(language);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["library"] = PageHtml.Name(rules.Name),
            ["date"] = PageHtml.Encode(phrases.Date(invitation.Starts.Date)),
            ["isoDate"] = PageHtml.Digits(LocalDatePattern.Iso.Format(invitation.Starts.Date)),
            ["time"] = PageHtml.Digits(phrases.Time(invitation.Starts.TimeOfDay)),
            ["minutes"] = invitation.Minutes.ToString(CultureInfo.InvariantCulture),
            ["phone"] = PageHtml.Phone(rules.Phone),
        };
    }

    private static string Answered(Invitation invitation, UnitRules rules, FamilyText text) => invitation.Answer switch
    {
        Answer.Yes => Said(text.SaidYes, text) + Form(Button("no", text.ChangeToNo, isFirst: false)),
        Answer.No => Said(invitation.AtThisHome ? text.SaidNo : text.SaidNoElsewhere, text) + Form(Button("yes", text.ChangeToYes, isFirst: false)),
        _ => $"<p>{PageHtml.Encode(Undecided(invitation, rules, text))}</p>\n"
            + Form(Button("yes", text.Yes, isFirst: true) + Button("no", text.No, isFirst: false)),
    };

    // The words of the letter: whoever has both must not read two different promises.
    private static string Undecided(Invitation invitation, UnitRules rules, FamilyText text) =>
        rules.ComesUnlessNo ? text.ComesUnlessNo
        : invitation.AtThisHome ? text.ComesAfterYes
        : text.ComesAfterYesOfAny;

    private static string Said(string said, FamilyText text) =>
        $"""<p class="said" role="status">{PageHtml.Encode(said)}</p>""" + $"\n<p>{PageHtml.Encode(text.MayChange)}</p>\n";

    // No action: the form goes to the page's own address and keeps its language.
    private static string Form(string buttons) => $"""<form method="post">{buttons}</form>""";

    private static string Button(string value, string label, bool isFirst) =>
        $"""<button{(isFirst ? " class=\"first\"" : "")} name="answer" value="{value}">{PageHtml.Encode(label)}</button>""";
}
