using System.Text.RegularExpressions;
using Notifieringar.Model;

namespace Notifieringar.Delivery.Sms;

/// <summary>The codes of delivery reports (Azure Communication Services, "Troubleshooting: SMS").</summary>
internal static partial class SmsReportCode
{
    /// <summary>The number has opted out of messages from this sender.</summary>
    public const string OptedOut = "4007";

    private const string NoReport = "5002";

    /// <summary>The code that begins the details; null when there is none. The rest can repeat the number, so it is left where it is.</summary>
    public static string? Of(string? details) => details is not null && Leading().Match(details) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What a report says. Only Delivered and Failed are documented; anything else has at least not arrived.</summary>
    public static ReceiptKind KindOf(string? status, string? code) => code switch
    {
        _ when string.Equals(status, "Delivered", StringComparison.OrdinalIgnoreCase) => ReceiptKind.Delivered,
        NoReport => ReceiptKind.Taken, // the carrier tells nothing: it may have arrived

        // A wrong number, a country we do not reach, a number that does not exist, a carrier that blocks it, an opt-out.
        "4002" or "4003" or "4004" or "4005" or OptedOut => ReceiptKind.BouncedPermanent,

        // Out of reach for now (4006, 5000, 5001, 9999), our own set-up (4000, 4001, 4008 to 4010), and words without a code.
        _ => ReceiptKind.BouncedTemporary,
    };

    [GeneratedRegex(@"^\s*([0-9]{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
