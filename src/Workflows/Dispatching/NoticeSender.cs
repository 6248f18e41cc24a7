using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Hands claimed notices to their providers.</summary>
/// <param name="sms">SMS.</param>
/// <param name="email">E-mail.</param>
/// <param name="tokens">Unsubscribe tokens.</param>
/// <param name="options">Where families find us.</param>
public sealed class NoticeSender(SmsSender sms, EmailSender email, UnsubscribeTokens tokens, SendingOptions options)
{
    internal Task<DeliveryOutcome> SendAsync(ReadyNotice notice, UnitRules rules, CancellationToken cancellation)
    {
        var (text, language, _, _) = notice.Written!;
        var person = notice.For.Recipient.Person;

        // The provider keeps this reference for long: it names the notice and nobody.
        var reference = new NoticeReference(rules.Unit, person.Id, notice.Notice.Key).ToString();
        if (notice.Notice.Channel == Channel.Sms)
        {
            return sms.SendAsync(
                new SmsToSend(reference, person.Phone!.Value, rules.SmsSender, text.Body, notice.RepeatabilityId, notice.Notice.FirstSent!.Value),
                cancellation);
        }

        var page = EmailLayout.Wrap(text, language, rules.Name, rules.Phone);
        return email.SendAsync(
            new EmailToSend(
                reference,
                person.Email!.Value,
                rules.EmailFrom,
                rules.Name,
                ReplyTo: null,
                page.Subject,
                page.Text,
                page.Html,
                $"{options.PublicUrl}/u/{tokens.Of(rules.Unit, person.Id)}"),
            cancellation);
    }
}
