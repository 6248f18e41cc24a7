using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Family;

/// <summary>What was pressed on a page.</summary>
/// <param name="Choice">The answer; null for none.</param>
/// <param name="Slot">The time that was chosen; null for none.</param>
/// <param name="Takes">True when the time is to be taken, false when it is only to be held.</param>
/// <param name="Alternative">The number of the alternative voted for, from 0; null for none.</param>
/// <param name="Stops">True when the family wants to hear nothing more at all.</param>
internal sealed record AnswerForm(AnswerChoice? Choice, LocalDateTime? Slot, bool Takes, int? Alternative, bool Stops = false)
{
    public const string TimeField = "slot";
    public const string VoteField = "vote";
    public const string Take = "take";
    public const string Stop = "stop";
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmm");
    private static readonly AnswerForm Nothing = new(null, null, Takes: false, null);

    // Short words only: anything larger is not our form.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 3,
        KeyLengthLimit = 16,
        ValueLengthLimit = 16,
        MultipartBodyLengthLimit = 512,
    };

    /// <summary>True when nothing was pressed, or the body is not our form.</summary>
    public bool IsEmpty => this == Nothing;

    /// <summary>A time as it stands in forms and addresses.</summary>
    public static string Written(LocalDateTime time) => Time.Format(time);

    /// <summary>Reads such a time; null for any other text.</summary>
    public static LocalDateTime? TimeOf(string text) => Time.Parse(text) is { Success: true, Value: var time } ? time : null;

    public static async Task<AnswerForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Nothing;
        }

        try
        {
            var form = await request.ReadFormAsync(Limits, cancellation).ConfigureAwait(false);
            var answer = form["answer"].ToString();
            return new AnswerForm(
                ChoiceOf(answer),
                TimeOf(form[TimeField].ToString()),
                answer == Take,
                int.TryParse(form[VoteField].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
                answer == Stop);
        }
        catch (InvalidDataException)
        {
            return Nothing;
        }
    }

    private static AnswerChoice? ChoiceOf(string answer) => answer switch
    {
        "yes" => AnswerChoice.Yes,
        "no" => AnswerChoice.No,
        "collect" => AnswerChoice.Collect,
        "other" => AnswerChoice.AnotherTime,
        _ => null,
    };
}
