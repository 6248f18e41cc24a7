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
    private const int LongestPostalCode = 5;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>Reads a draft; else what to mend, which never repeats what was sent.</summary>
    public static (CampaignDraft? Draft, CampaignOutcome.Invalid? Fault) Read(string json, LocalDateTime now)
    {
        Written? written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(json, Strict);
        }
        catch (JsonException broken)
        {
            return (null, new CampaignOutcome.Invalid(
                $"The campaign cannot be read at {broken.Path ?? "$"}: check the property's name and kind against docs/campaigns.md."));
        }

        var starts = (written?.Starts ?? []).Select(Time.Parse).ToList();
        var startsAt = written?.StartsAt is { } at ? Time.Parse(at) : ParseResult<LocalDateTime>.ForValue(now);
        var fault = written switch
        {
            null => new CampaignOutcome.Invalid("The campaign is empty."),
            { Programme: null or "" } => new CampaignOutcome.Invalid("programme must be a programme's id.", CampaignMistake.Programme),
            { By: null } => new CampaignOutcome.Invalid("by must say who prepares the campaign."),
            _ when !IsName(written.By) => new CampaignOutcome.Invalid($"by must be an opaque id of at most {LongestBy} letters, digits and hyphens."),
            _ when starts.Any(start => !start.Success) || !startsAt.Success =>
                new CampaignOutcome.Invalid("starts and startsAt are local times, written as 2027-03-02T18:00.", CampaignMistake.Times),
            _ => FaultOfWords(written) ?? FaultOfAudience(written.Audience ?? new WrittenAudience(null, null, null)),
        };
        return fault is null ? (From(written!, [.. starts.Select(start => start.Value).Order()], startsAt.Value), null) : (null, fault);
    }

    private static CampaignOutcome.Invalid? FaultOfWords(Written written) => written switch
    {
        { Place.Length: > LongestPlace } => new CampaignOutcome.Invalid($"place may be at most {LongestPlace} characters.", CampaignMistake.LongPlace),
        { Text.Length: > LongestText } => new CampaignOutcome.Invalid($"text may be at most {LongestText} characters.", CampaignMistake.LongText),
        { Link: { } link } when !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps) =>
            new CampaignOutcome.Invalid("link must be an address that begins with https://.", CampaignMistake.Link),
        _ when ((IEnumerable<string?>)[written.Place, written.Text, .. written.VoteOn ?? []]).Any(said => PersonalIdentityNumber.AppearsIn(said)) =>
            new CampaignOutcome.Invalid("place, text and voteOn may not hold a personal identity number.", CampaignMistake.PersonalIdentityNumber),
        _ when (written.VoteOn ?? []).Any(choice => string.IsNullOrWhiteSpace(choice) || choice.Contains('\n', StringComparison.Ordinal)) =>
            new CampaignOutcome.Invalid("voteOn is a list of alternatives, each one line.", CampaignMistake.VoteOn),
        _ => null,
    };

    // The row keeps them as words: what is no word would come back as several, and reach more people than anybody wanted.
    private static CampaignOutcome.Invalid? FaultOfAudience(WrittenAudience audience) => audience switch
    {
        _ when (audience.PostalCodes ?? []).Any(code => code is not { Length: > 0 and <= LongestPostalCode } || !code.All(char.IsAsciiDigit)) =>
            new CampaignOutcome.Invalid("audience.postalCodes are beginnings of postal codes: one to five digits, without spaces.", CampaignMistake.PostalCodes),
        _ when (audience.Languages ?? []).Any(language => language is null || !Templates.Languages.IsTag(language)) =>
            new CampaignOutcome.Invalid("audience.languages are BCP 47 tags.", CampaignMistake.Languages),
        _ when (audience.People ?? []).Any(person => !Ids.IsWellFormed(person)) =>
            new CampaignOutcome.Invalid("audience.people are people's ids: 32 lower-case hex digits each.", CampaignMistake.People),
        _ => null,
    };

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
