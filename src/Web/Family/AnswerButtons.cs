using Notifieringar.Model;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Web.Family;

/// <summary>What has been answered, and what can be answered instead.</summary>
internal static class AnswerButtons
{
    public static string Render(AnswerOutcome.Found found, FamilyText text, IReadOnlyDictionary<string, string> values)
    {
        var choices = found.Choices.Where(choice => choice != AnswerChoice.Vote && choice != Standing(found.Invitation.Answer))
            .OrderBy(choice => choice == AnswerChoice.No).ToList(); // the no has no picture and stands last
        if (found.Invitation.Answer == Answer.None)
        {
            var ask = found.Kind == OccasionKind.Visit ? Undecided(found, text) : text.PleaseAnswer;
            return choices.Count == 0 ? "" : $"<p>{PageHtml.Encode(ask)}</p>\n{Form(found, choices, text)}";
        }

        var change = found.Kind == OccasionKind.Visit && found.Invitation.IsTimed ? text.MayChange : text.ChangeAnswer;
        return $"""<p class="said" role="status">{Said(found, text, values)}</p>"""
            + (choices.Count == 0 ? "" : $"\n<p>{PageHtml.Encode(change)}</p>\n{Form(found, choices, text)}");
    }

    private static string Said(AnswerOutcome.Found found, FamilyText text, IReadOnlyDictionary<string, string> values)
    {
        var isVisit = found.Kind == OccasionKind.Visit;
        var invitation = found.Invitation;
        return invitation switch
        {
            // What somebody else has answered is never told.
            { IsDisputed: true } => PageHtml.Encode(text.SaidCall),
            { Answer: Answer.Yes } => PageHtml.Encode(isVisit ? text.SaidYes : text.SaidYesWeCome),
            { Answer: Answer.No } when isVisit => PageHtml.Encode(invitation.AtThisHome ? text.SaidNo : text.SaidNoElsewhere),
            { Answer: Answer.No } => PageHtml.Encode(found.IsLaterSession ? text.SaidNoThisTime : text.SaidNoWeDont),
            { Answer: Answer.Collect } => PageHtml.Fill(text.SaidCollect, values),
            _ => PageHtml.Encode(text.SaidAnotherTime),
        };
    }

    // The words of the letter: whoever has both must not read two different promises.
    private static string Undecided(AnswerOutcome.Found found, FamilyText text) =>
        found.Rules.ComesUnlessNo ? text.ComesUnlessNo
        : found.Invitation.AtThisHome ? text.ComesAfterYes
        : text.ComesAfterYesOfAny;

    // No action: the form goes to the page's own address and keeps its language.
    private static string Form(AnswerOutcome.Found found, IReadOnlyList<AnswerChoice> choices, FamilyText text) =>
        $"""<form class="choices" method="post">{string.Concat(choices.Select(choice => Button(found, choice, text)))}</form>""";

    private static string Button(AnswerOutcome.Found found, AnswerChoice choice, FamilyText text)
    {
        var isFirst = found.Invitation.Answer == Answer.None && choice == AnswerChoice.Yes;
        var isVisit = found.Kind == OccasionKind.Visit;
        var answered = found.Invitation.Answer != Answer.None;
        return choice switch
        {
            AnswerChoice.Yes => InvitationPage.Button(
                "yes", !isVisit ? text.YesWeCome : answered ? text.ChangeToYes : text.Yes, isFirst, isVisit ? AnswerPictures.Welcome : AnswerPictures.Coming),
            AnswerChoice.No when !isVisit => InvitationPage.Button("no", found.IsLaterSession ? text.NoThisTime : text.NoWeDont, isFirst),
            AnswerChoice.No => InvitationPage.Button("no", answered ? text.ChangeToNo : text.No, isFirst),
            AnswerChoice.AnotherTime => InvitationPage.Button("other", text.AnotherTime, isFirst, AnswerPictures.AnotherDay),
            AnswerChoice.Collect => InvitationPage.Button("collect", text.Collect, isFirst, AnswerPictures.Bag),
            _ => "",
        };
    }

    private static AnswerChoice? Standing(Answer answer) => answer switch
    {
        Answer.Yes => AnswerChoice.Yes,
        Answer.No => AnswerChoice.No,
        Answer.Collect => AnswerChoice.Collect,
        Answer.AnotherTime => AnswerChoice.AnotherTime,
        _ => null,
    };
}
