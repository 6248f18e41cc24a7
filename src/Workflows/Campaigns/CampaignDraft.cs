using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>A campaign as staff write it down (docs/campaigns.md).</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id; the programme's first when left out.</param>
/// <param name="Starts">Local start of the occasion, or of each meeting of a series; none for a programme without occasions.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">What the texts may say besides.</param>
/// <param name="Link">An address for the texts.</param>
/// <param name="VoteOn">The alternatives to vote on.</param>
/// <param name="Audience">Who of the programme's audience.</param>
/// <param name="StartsAt">Local time at which the campaign begins, once approved.</param>
/// <param name="By">Who prepares it, as an opaque id.</param>
internal sealed record CampaignDraft(
    string Programme,
    string? Step,
    ImmutableArray<LocalDateTime> Starts,
    string? Place,
    string? Text,
    string? Link,
    ImmutableArray<string> VoteOn,
    CampaignAudience Audience,
    LocalDateTime StartsAt,
    string By)
{
    private const int LongestText = 2000;
    private const int LongestPlace = 100;
    private const int LongestBy = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>Reads a draft; else a sentence that says what to mend, which never repeats what was sent.</summary>
    public static (CampaignDraft? Draft, string Problem) Read(string json, LocalDateTime now)
    {
        Written? written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(json, Strict);
        }
        catch (JsonException broken)
        {
            return (null, $"The campaign cannot be read at {broken.Path ?? "$"}: check the property's name and kind against docs/campaigns.md.");
        }

        var starts = (written?.Starts ?? []).Select(Time.Parse).ToList();
        var startsAt = written?.StartsAt is { } at ? Time.Parse(at) : ParseResult<LocalDateTime>.ForValue(now);
        var problem = written switch
        {
            null => "The campaign is empty.",
            { Programme: null or "" } => "programme must be a programme's id.",
            { By: null } => "by must say who prepares the campaign.",
            _ when !IsName(written.By) => $"by must be an opaque id of at most {LongestBy} letters, digits and hyphens.",
            _ when starts.Any(start => !start.Success) || !startsAt.Success => "starts and startsAt are local times, written as 2027-03-02T18:00.",
            _ when written.Place is { Length: > LongestPlace } => $"place may be at most {LongestPlace} characters.",
            _ when written.Text is { Length: > LongestText } => $"text may be at most {LongestText} characters.",
            _ when written.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps) =>
                "link must be an address that begins with https://.",
            _ when PersonalIdentityNumber.AppearsIn(written.Text) => "text may not hold a personal identity number.",
            _ when (written.VoteOn ?? []).Any(choice => string.IsNullOrWhiteSpace(choice) || choice.Contains('\n', StringComparison.Ordinal)) =>
                "voteOn is a list of alternatives, each one line.",
            _ when (written.Audience?.People ?? []).Any(person => person.Length != 32 || !person.All(char.IsAsciiHexDigitLower)) =>
                "audience.people are people's ids: 32 lower-case hex digits each.",
            _ => "",
        };
        return problem.Length > 0 ? (null, problem) : (From(written!, [.. starts.Select(start => start.Value).Order()], startsAt.Value), "");
    }

    private static CampaignDraft From(Written written, ImmutableArray<LocalDateTime> starts, LocalDateTime startsAt) => new(
        written.Programme!,
        written.Step,
        starts,
        Said(written.Place),
        Said(written.Text),
        written.Link,
        [.. written.VoteOn ?? []],
        new CampaignAudience(
            [.. written.Audience?.PostalCodes ?? []],
            [.. written.Audience?.Languages ?? []],
            [.. (written.Audience?.People ?? []).Select(person => new PersonId(person))]),
        startsAt,
        written.By!);

    /// <summary>Tells whether a text can stand for somebody: an opaque id.</summary>
    internal static bool IsName(string? by) => by is { Length: > 0 and <= LongestBy } && by.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record Written(
        string? Programme,
        string? Step,
        string[]? Starts,
        string? Place,
        string? Text,
        string? Link,
        string[]? VoteOn,
        WrittenAudience? Audience,
        string? StartsAt,
        string? By);

    private sealed record WrittenAudience(string[]? PostalCodes, string[]? Languages, string[]? People);
}
