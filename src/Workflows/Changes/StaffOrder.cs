using System.Text.Json;
using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Changes;

/// <summary>What staff send with an order; each order reads what it needs.</summary>
/// <param name="By">Who orders, as an opaque id.</param>
/// <param name="Starts">A local time.</param>
/// <param name="Ends">A local time.</param>
/// <param name="Place">A place, as families know it.</param>
/// <param name="Visitors">A pair of visitors.</param>
/// <param name="From">A first day.</param>
/// <param name="To">A last day.</param>
/// <param name="Result">How a visit went.</param>
/// <param name="Note">A few words.</param>
/// <param name="Person">A person's id.</param>
/// <param name="Occasion">An occasion's id.</param>
/// <param name="Answer">An answer.</param>
/// <param name="Vote">An alternative.</param>
internal sealed record StaffOrder(
    string By,
    LocalDateTime? Starts,
    LocalDateTime? Ends,
    string? Place,
    string? Visitors,
    LocalDate? From,
    LocalDate? To,
    string? Result,
    string? Note,
    string? Person,
    string? Occasion,
    string? Answer,
    string? Vote)
{
    /// <summary>The longest note: a word to a colleague, not a record of a family.</summary>
    public const int LongestNote = 300;

    private const int LongestBy = 64;
    private const int LongestPlace = 120;
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>Reads an order; else a sentence that says what to mend, which never repeats what was sent.</summary>
    public static (StaffOrder? Order, string Problem) Read(string json)
    {
        Draft? draft;
        try
        {
            draft = json.Length == 0 ? new Draft() : JsonSerializer.Deserialize<Draft>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return (null, "The order must be a JSON object.");
        }

        return draft is null ? (null, "The order is empty.") : Problem(draft) is { } problem ? (null, problem) : (Of(draft), "");
    }

    private static string? Problem(Draft draft) => draft switch
    {
        _ when (draft.By ?? "api") is var by && (by.Length is 0 or > LongestBy || !by.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')) =>
            $"by must be an opaque id of at most {LongestBy} letters, digits and hyphens.",
        _ when !IsTime(draft.Starts) || !IsTime(draft.Ends) => "starts and ends must be local times like 2027-03-02T10:00.",
        _ when !IsDay(draft.From) || !IsDay(draft.To) => "from and to must be days like 2027-03-02.",
        _ when draft.Place?.Length > LongestPlace => $"place can be at most {LongestPlace} signs.",
        _ when draft.Note?.Length > LongestNote => $"note can be at most {LongestNote} signs. Write nothing sensitive in it.",
        _ when PersonalIdentityNumber.AppearsIn(draft.Note, phoneExpected: true) => "note holds a personal identity number. Take it out: this system must not keep one.",
        _ when PersonalIdentityNumber.AppearsIn(draft.Place) => "place holds a personal identity number. Take it out: this system must not keep one.",
        _ => null,
    };

    private static StaffOrder Of(Draft draft) => new(
        draft.By ?? "api",
        draft.Starts is { } starts ? Time.Parse(starts).Value : null,
        draft.Ends is { } ends ? Time.Parse(ends).Value : null,
        draft.Place is { Length: > 0 } place ? place : null,
        draft.Visitors,
        draft.From is { } from ? LocalDatePattern.Iso.Parse(from).Value : null,
        draft.To is { } to ? LocalDatePattern.Iso.Parse(to).Value : null,
        draft.Result,
        draft.Note is { Length: > 0 } note ? note : null,
        draft.Person,
        draft.Occasion,
        draft.Answer,
        draft.Vote);

    private static bool IsTime(string? text) => text is null || Time.Parse(text).Success;

    private static bool IsDay(string? text) => text is null || LocalDatePattern.Iso.Parse(text).Success;

    private sealed record Draft(
        string? By = null,
        string? Starts = null,
        string? Ends = null,
        string? Place = null,
        string? Visitors = null,
        string? From = null,
        string? To = null,
        string? Result = null,
        string? Note = null,
        string? Person = null,
        string? Occasion = null,
        string? Answer = null,
        string? Vote = null);
}
