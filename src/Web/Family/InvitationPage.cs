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
        var values = Values(found, language);
        var isVisit = found.Kind == OccasionKind.Visit;
        var heading = isVisit ? text.Heading : text.InvitationHeading;
        var title = found.Invitation.Answer == Answer.None ? heading : text.Thanks;
        return PageLayout.Render(language, title, $"""
            <h1>{PageHtml.Encode(heading)}</h1>
            <p>{PageHtml.Fill(isVisit ? text.Intro : text.InvitationIntro, values)}</p>
            {Time(found, text, values, language)}
            {AnswerButtons.Render(found, text, values)}
            {Votes(found, text)}
            <p>{PageHtml.Fill(text.Contact, values)}</p>
            <p class="quiet"><a href="?{StopPage.Field}=1&amp;{PageLanguage.Parameter}={language}">{PageHtml.Encode(text.StopLink)}</a></p>
            """);
    }

    public static Dictionary<string, string> Values(AnswerOutcome.Found found, string language)
    {
        var (invitation, rules, _) = found;
        var phrases = PhraseTable.For(language);
        var lastDay = invitation.EndsAt.Date;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["library"] = PageHtml.Name(rules.Name),
            ["date"] = PageHtml.Encode(phrases.Date(invitation.Starts.Date)),
            ["isoDate"] = PageHtml.Digits(LocalDatePattern.Iso.Format(invitation.Starts.Date)),
            ["time"] = PageHtml.Digits(phrases.Time(invitation.Starts.TimeOfDay)),
            ["minutes"] = invitation.Minutes.ToString(CultureInfo.InvariantCulture),
            ["phone"] = PageHtml.Phone(rules.Phone),
            ["place"] = PageHtml.Name(invitation.Place ?? ""),
            ["lastDay"] = PageHtml.Encode(phrases.Date(lastDay)),
            ["isoLastDay"] = PageHtml.Digits(LocalDatePattern.Iso.Format(lastDay)),
        };
    }

    public static string Button(string value, string label, bool isFirst, string picture = "") =>
        $"""<button{(isFirst ? " class=\"first\"" : "")} name="answer" value="{value}">{picture}{PageHtml.Encode(label)}</button>""";

    private static string Time(AnswerOutcome.Found found, FamilyText text, Dictionary<string, string> values, string language)
    {
        var (invitation, rules, _) = found;
        var (label, when) = invitation.IsTimed ? (text.YourTime, text.When) : (text.CollectLabel, text.LastDay);
        if (invitation.IsTimed)
        {
            label = found.Kind != OccasionKind.Visit ? text.Time : rules.ComesUnlessNo || invitation.Rebookings > 0 ? text.YourTime : text.OurSuggestion;
        }

        var about = found.Kind == OccasionKind.Visit && invitation.IsTimed ? PageHtml.Fill(text.About, values)
            : invitation.Place is null ? "" : PageHtml.Fill(text.Place, values);
        return $"""
            <div class="time">
            <p class="label">{PageHtml.Encode(label)}</p>
            <p class="when">{PageHtml.Fill(when, values)}</p>
            <p>{about}</p>{Calendar(found, text, language)}
            </div>
            """;
    }

    private static string Calendar(AnswerOutcome.Found found, FamilyText text, string language) => InvitationCalendar.IsOffered(found)
        ? $"""<p class="calendar"><a href="?{FamilyPages.CalendarField}=1&amp;{PageLanguage.Parameter}={language}">{PageHtml.Encode(text.Calendar)}</a></p>"""
        : "";

    private static string Votes(AnswerOutcome.Found found, FamilyText text)
    {
        if (!found.Choices.Contains(AnswerChoice.Vote))
        {
            return "";
        }

        var voted = found.Invitation.Vote is { } vote
            ? $"""<p class="said" role="status">{PageHtml.Fill(text.Voted, new Dictionary<string, string>(StringComparer.Ordinal) { ["vote"] = PageHtml.Name(vote) })}</p>"""
            : "";
        var buttons = found.VoteOn.Index().Where(one => one.Item != found.Invitation.Vote).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"""<button name="{AnswerForm.VoteField}" value="{one.Index}">{PageHtml.Encode(one.Item)}</button>"""));
        return $"""<h2>{PageHtml.Encode(text.VoteHeading)}</h2>{voted}<form method="post">{string.Concat(buttons)}</form>""";
    }
}
