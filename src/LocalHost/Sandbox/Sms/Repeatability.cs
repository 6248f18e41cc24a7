using System.Globalization;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>What the provider makes of a request it may have seen before.</summary>
internal enum Repeat
{
    /// <summary>No id: each call is a message of its own.</summary>
    NotRepeatable,

    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Seen before, and the same: answered as then, and nothing is sent.</summary>
    Same,

    /// <summary>The first try has no date, or one outside the window.</summary>
    OutsideWindow,

    /// <summary>The id was used for another message, receiver or first try.</summary>
    Reused,
}

/// <summary>The provider keeps a request id for five minutes from its first try; a repeat inside that window is not sent again.</summary>
internal static class Repeatability
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <param name="receiver">With the id and the first try as sent.</param>
    /// <param name="content">A digest of everything the message says.</param>
    /// <param name="earlier">Finds the message accepted before with an id.</param>
    /// <param name="now">Real time: it is the provider's clock.</param>
    public static (Repeat Repeat, SandboxMessage? First) Judge(
        SmsReceiver receiver, string content, Func<string, SandboxMessage?> earlier, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(receiver.RepeatabilityRequestId))
        {
            return (Repeat.NotRepeatable, null);
        }

        if (ParseFirstSent(receiver) is not { } firstSent || (now - firstSent).Duration() > Window)
        {
            return (Repeat.OutsideWindow, null);
        }

        var first = earlier(receiver.RepeatabilityRequestId);
        if (first?.Repeatable is not { } known)
        {
            return (Repeat.New, null);
        }

        return first.To == receiver.To && known.FirstSent == firstSent && known.Content == content
            ? (Repeat.Same, first)
            : (Repeat.Reused, null);
    }

    public static DateTimeOffset? ParseFirstSent(SmsReceiver receiver) =>
        DateTimeOffset.TryParseExact(
            receiver.RepeatabilityFirstSent, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var firstSent)
            ? firstSent
            : null;
}
