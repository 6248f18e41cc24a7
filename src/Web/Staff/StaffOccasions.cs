using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Staff;

/// <summary>Occasions and answers in the words of staff's pages.</summary>
internal static class StaffOccasions
{
    private static readonly LocalDateTimePattern FieldPattern = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>When it is, or until when.</summary>
    public static string When(Invitation invitation) => invitation.IsTimed
        ? StaffDates.Moment(invitation.Starts)
        : StaffWords.Current.With("familjer.until", ("day", StaffDates.Short(invitation.EndsAt.Date)));

    /// <summary>What has been answered.</summary>
    public static string Answer(Invitation invitation) =>
        StaffWords.Current[$"answer.{invitation.Answer}"] + (invitation.Vote is null ? "" : $" · {StaffWords.Current["familjer.hasVoted"]}");

    /// <summary>The answer that a choice makes; null for a vote, which is none.</summary>
    public static Answer? AnswerOf(AnswerChoice choice) => choice switch
    {
        AnswerChoice.Yes => Model.Answer.Yes,
        AnswerChoice.No => Model.Answer.No,
        AnswerChoice.Collect => Model.Answer.Collect,
        AnswerChoice.AnotherTime => Model.Answer.AnotherTime,
        _ => null,
    };

    /// <summary>A time as a form's field writes it.</summary>
    public static string Field(LocalDateTime time) => FieldPattern.Format(time);

    /// <summary>A step by what it says; its id for one that is not shipped.</summary>
    public static string Step(string step) => StaffWords.Current.Find($"step.{step}") ?? step;
}
