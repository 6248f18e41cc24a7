using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Definitions;

/// <summary>A unit's rules as JSON data.</summary>
internal sealed record UnitFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private const string Written = "Write weekdays in English (Tuesday), times as 09:30 and dates as 2027-07-01.";

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public required string Name { get; init; }

    public required string SmsSender { get; init; }

    public required string EmailFrom { get; init; }

    public required string Phone { get; init; }

    public required ImmutableArray<string> ReturnAddress { get; init; }

    public int Shards { get; init; } = 1;

    public required ImmutableArray<string> VisitDays { get; init; }

    public required ImmutableArray<string> SlotTimes { get; init; }

    public required ImmutableArray<string> Visitors { get; init; }

    public ImmutableArray<ClosedDays> Closed { get; init; } = [];

    public bool ComesUnlessNo { get; init; }

    public int StaleAfterDays { get; init; } = 7;

    public string QuietFrom { get; init; } = "19:00";

    public string QuietTo { get; init; } = "09:00";

    public string LetterRunAt { get; init; } = "14:00";

    public string Envelope { get; init; } = EnvelopeProfile.Default.Name;

    public bool AllowsUnreviewedTexts { get; init; }

    public bool AllowsStaleTexts { get; init; }

    public int CapTouches { get; init; } = 3;

    public int CapDays { get; init; } = 30;

    public int SecondApprovalAbove { get; init; } = 100;

    public decimal? SmsPrice { get; init; }

    public decimal? LetterPrice { get; init; }

    public ImmutableArray<string> VisitAreas { get; init; } = [];

    public bool AsksAgainAfterNo { get; init; } = true;

    public ImmutableSortedDictionary<string, int>? Bags { get; init; }

    public ImmutableSortedDictionary<string, string>? BagsInstead { get; init; }

    public Retention? Retention { get; init; }

    internal sealed record ClosedDays(string From, string To);

    /// <summary>Reads a unit's rules.</summary>
    /// <returns>The rules; or a sentence that says what to mend.</returns>
    public static (UnitRules? Rules, string? Problem) Read(UnitId unit, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<UnitFile>(json, Format)?.Check(unit) ?? (null, "Write the unit's rules as a JSON object.");
        }
        catch (JsonException broken)
        {
            return (null, $"The unit's rules cannot be read at {broken.Path ?? "$"}: check the property's name and kind against docs/units.md.");
        }
    }

    private (UnitRules? Rules, string? Problem) Check(UnitId unit)
    {
        var problem = this switch
        {
            _ when !Keys.IsShardCount(Shards) => "shards must be a power of two: 1, 2, 4, 8 … 256.",
            { VisitDays.IsEmpty: true } or { SlotTimes.IsEmpty: true } or { Visitors.IsEmpty: true } =>
                "visitDays, slotTimes and visitors each need at least one value.",
            _ when string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(Phone) => "name and phone may not be empty: every letter is signed with them.",
            _ when !EmailAddress.TryParse(EmailFrom, out _, out _) => "emailFrom must be an e-mail address.",
            { StaleAfterDays: < 1 } => "staleAfterDays must be at least 1.",
            { CapTouches: < 1 } or { CapDays: < 1 } => "capTouches and capDays must be at least 1.",
            _ when VisitAreas.Any(area => !IsPostalCodeStart(area)) =>
                "visitAreas must be the first one to five digits of postal codes, for example 998 or 998 10.",
            { SmsPrice: < 0 } or { LetterPrice: < 0 } => "smsPrice and letterPrice are kronor, at least 0.",
            _ when Bags?.Values.Any(count => count < 0) == true => "bags says how many there are of each language: at least 0.",
            _ when BagsInstead?.Any(pair => Bags?.ContainsKey(pair.Key) != true || !Bags.ContainsKey(pair.Value)) == true =>
                "bagsInstead names languages that stand in bags.",
            { Retention.OutOfBounds: { } name } =>
                $"retention.{name} is months, from {Retention.Shortest.MonthsOf(name)} to {Retention.Longest}: earlier decisions are made from it, and nothing is kept for ever.",
            { SecondApprovalAbove: < 0 } => "secondApprovalAbove must be at least 0.",
            _ when !SenderIdRules.IsAllowed(SmsSender) && !IsNumber(SmsSender) =>
                "smsSender must be at most eleven ASCII letters, digits or spaces, with at least one letter, or a number that begins with a plus sign.",
            _ when EnvelopeProfile.Shipped.All(profile => profile.Name != Envelope) =>
                $"envelope must be one of {string.Join(", ", EnvelopeProfile.Shipped.Select(profile => profile.Name))}.",
            _ when Visitors.Any(pair => pair.Length == 0 || pair.AsSpan().ContainsAny("/\\#?~")) =>
                "visitors may not be empty or contain / \\ # ? ~.",
            _ => null,
        };
        if (problem is not null)
        {
            return (null, problem);
        }

        try
        {
            var rules = Rules(unit);
            return rules switch
            {
                _ when rules.QuietTo >= rules.QuietFrom => (null, "quietTo must be earlier in the day than quietFrom: between them SMS and e-mail may be sent."),
                _ when rules.Closed.Any(period => period.From > period.To) => (null, "A closed period must begin before it ends."),
                _ when rules.VisitDays.Any(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) => (null, Written),
                _ => (rules, null),
            };
        }
        catch (Exception wrong) when (wrong is UnparsableValueException or ArgumentException)
        {
            return (null, Written);
        }
    }

    private UnitRules Rules(UnitId unit) => new(
        unit,
        Name,
        SmsSender,
        EmailFrom,
        Phone,
        ReturnAddress,
        Shards,
        [.. VisitDays.Select(day => Enum.Parse<IsoDayOfWeek>(day, ignoreCase: true))],
        [.. SlotTimes.Select(time => Time.Parse(time).GetValueOrThrow()).Order()],
        Visitors,
        [.. Closed.Select(days => new ClosedPeriod(Day(days.From), Day(days.To)))],
        ComesUnlessNo,
        StaleAfterDays,
        Time.Parse(QuietFrom).GetValueOrThrow(),
        Time.Parse(QuietTo).GetValueOrThrow(),
        Time.Parse(LetterRunAt).GetValueOrThrow(),
        Envelope,
        AllowsUnreviewedTexts,
        CapTouches,
        CapDays,
        SecondApprovalAbove,
        SmsPrice,
        LetterPrice,
        [.. VisitAreas.Select(WithoutSpaces)],
        AsksAgainAfterNo,
        Bags,
        BagsInstead,
        AllowsStaleTexts,
        Retention);

    private static string WithoutSpaces(string area) => area.Replace(" ", "", StringComparison.Ordinal);

    private static bool IsPostalCodeStart(string area) => WithoutSpaces(area) is { Length: >= 1 and <= 5 } digits && digits.All(char.IsAsciiDigit);

    private static bool IsNumber(string sender) =>
        sender.StartsWith('+') && PhoneNumber.TryParse(sender, out var number, out _) && number.E164 == sender;

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();
}
