using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Notifieringar.Model;

namespace Notifieringar.Delivery.Email;

/// <summary>What each event of the provider means to us.</summary>
internal static partial class EmailEventKind
{
    // The provider drops these because of the address; any other reason to drop (a quota, a content filter) says nothing of it.
    private static readonly string[] BadAddress = ["Bounced Address", "Invalid"];
    private static readonly string[] Unwanted = ["Unsubscribed Address", "Spam Reporting Address"];

    /// <summary>None, one or two receipts.</summary>
    public static ImmutableArray<ReceiptKind> Of(JsonElement posting) => HookJson.Text(posting, "event") switch
    {
        "processed" or "deferred" => [ReceiptKind.Taken],
        "delivered" => [ReceiptKind.Delivered],
        "bounce" when HookJson.Text(posting, "type") == "blocked" => [ReceiptKind.BouncedTemporary],
        "bounce" => [ReceiptKind.BouncedPermanent],
        "dropped" => Dropped(HookJson.Text(posting, "reason")),
        "spamreport" or "unsubscribe" or "group_unsubscribe" => [ReceiptKind.OptedOut],
        _ => [],
    };

    /// <summary>The enhanced status code (RFC 3463), else the event's name: reasons can repeat the address, so they are left where they are.</summary>
    public static string? CodeOf(JsonElement posting) =>
        HookJson.Text(posting, "status") is { } status && Enhanced().IsMatch(status) ? status : HookJson.Text(posting, "event");

    private static ImmutableArray<ReceiptKind> Dropped(string? reason) => reason switch
    {
        not null when BadAddress.Contains(reason, StringComparer.OrdinalIgnoreCase) => [ReceiptKind.BouncedPermanent],
        not null when Unwanted.Contains(reason, StringComparer.OrdinalIgnoreCase) => [ReceiptKind.BouncedPermanent, ReceiptKind.OptedOut],
        _ => [ReceiptKind.BouncedTemporary],
    };

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Enhanced();
}
