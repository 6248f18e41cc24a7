using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Delivery.Email;

/// <summary>What the e-mail provider has posted (SendGrid Event Webhook).</summary>
/// <param name="Receipts">What its events say of our notices.</param>
/// <param name="Ignored">How many events were about nothing of ours, or told who opened and clicked.</param>
public sealed record EmailEvents(ImmutableArray<ProviderReceipt> Receipts, int Ignored)
{
    /// <summary>Reads a posted body.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="now">Real time, for events without a credible time of their own.</param>
    /// <returns>The events; null when the body is not a JSON array.</returns>
    public static EmailEvents? Read(ReadOnlyMemory<byte> body, Instant now)
    {
        using var posted = HookJson.Events(body);
        if (posted is null)
        {
            return null;
        }

        var receipts = ImmutableArray.CreateBuilder<ProviderReceipt>();
        var ignored = 0;
        foreach (var posting in posted.RootElement.EnumerateArray())
        {
            var kinds = EmailEventKind.Of(posting);
            if (kinds.IsEmpty || !NoticeReference.TryParse(HookJson.Text(posting, EmailMessage.NoticeKeyArgument), out var notice))
            {
                ignored++;
                continue;
            }

            var at = HookJson.Moment(HookJson.Find(posting, "timestamp"), now);
            var code = EmailEventKind.CodeOf(posting);
            receipts.AddRange(kinds.Select(kind => new ProviderReceipt(notice, kind, at, code)));
        }

        return new EmailEvents(receipts.ToImmutable(), ignored);
    }
}
