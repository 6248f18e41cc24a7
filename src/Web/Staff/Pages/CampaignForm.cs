using System.Collections.Immutable;
using System.Text.Json;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>A campaign as it is typed into the form: kept as it was when something is to be mended.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Starts">The times of the occasion.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">What the texts say besides.</param>
/// <param name="Link">An address for the texts.</param>
/// <param name="VoteOn">Alternatives, each on a line.</param>
/// <param name="PostalCodes">Beginnings of postal codes, with commas or on lines.</param>
/// <param name="Languages">Tags of languages.</param>
/// <param name="StartsAt">When the campaign begins; empty for at once.</param>
public sealed record CampaignForm(
    string Step,
    ImmutableArray<string> Starts,
    string Place,
    string Text,
    string Link,
    string VoteOn,
    string PostalCodes,
    ImmutableArray<string> Languages,
    string StartsAt)
{
    private static readonly char[] BetweenCodes = [',', ';', '\n', '\r'];

    internal static CampaignForm Empty { get; } = new("", [], "", "", "", "", "", [], "");

    internal static CampaignForm Of(StaffRequest request) => new(
        request.Field("steg"),
        [.. request.Http.Form["tid"].Select(time => time ?? "")],
        request.Field("plats"),
        request.Field("text"),
        request.Field("lank"),
        request.Field("val"),
        request.Field("postnummer"),
        [.. request.Http.Form["sprak"].OfType<string>()],
        request.Field("borjar"));

    /// <summary>The field that a mistake is in; empty for none.</summary>
    internal static string FieldOf(CampaignMistake? mistake) => mistake switch
    {
        CampaignMistake.Step or CampaignMistake.StepByEvent => "steg",
        CampaignMistake.Times or CampaignMistake.Start or CampaignMistake.SeriesStarts or CampaignMistake.SameStart or CampaignMistake.StartTooEarly => "tid",
        CampaignMistake.Place or CampaignMistake.LongPlace => "plats",
        CampaignMistake.LongText => "text",
        CampaignMistake.Link => "lank",
        CampaignMistake.VoteOn => "val",
        CampaignMistake.PostalCodes => "postnummer",
        CampaignMistake.Languages => "sprak",
        _ => "",
    };

    /// <summary>The campaign as the workflow reads it (docs/campaigns.md).</summary>
    internal string Json(string programme, string by) => JsonSerializer.Serialize(
        new
        {
            programme,
            step = Said(Step),
            starts = Starts.Where(time => !string.IsNullOrWhiteSpace(time)).Select(Time),
            place = Said(Place),
            text = Said(Text),
            link = Said(Link),
            voteOn = Lines(VoteOn),
            audience = new { postalCodes = Codes(PostalCodes), languages = Languages },
            startsAt = Said(StartsAt) is { } at ? Time(at) : null,
            by,
        },
        JsonSerializerOptions.Web);

    private static string? Said(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A browser that knows no fields for times leaves them to be typed.
    private static string Time(string time) => time.Trim().Replace(' ', 'T').Replace('.', ':');

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // 998 10 is one code, written as on an envelope.
    private static IEnumerable<string> Codes(string text) => text
        .Split(BetweenCodes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(code => code.Replace(" ", "", StringComparison.Ordinal));
}
