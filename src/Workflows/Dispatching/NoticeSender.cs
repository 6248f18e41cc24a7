using System.Diagnostics;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Hands claimed notices to their providers.</summary>
/// <param name="sms">SMS.</param>
/// <param name="email">E-mail.</param>
/// <param name="tokens">Unsubscribe tokens.</param>
/// <param name="options">Where families find us.</param>
/// <param name="definitions">Whether a calendar file goes along.</param>
/// <param name="clock">When a calendar file is written.</param>
/// <param name="traces">The traces of notices.</param>
/// <param name="time">Real time, for how long a provider takes.</param>
public sealed class NoticeSender(
    SmsSender sms,
    EmailSender email,
    UnsubscribeTokens tokens,
    SendingOptions options,
    DefinitionCache definitions,
    IClock clock,
    NoticeTraces traces,
    TimeProvider time)
{
    internal async Task<DeliveryOutcome> SendAsync(ReadyNotice notice, UnitRules rules, CancellationToken cancellation)
    {
        var reference = new NoticeReference(rules.Unit, notice.For.Recipient.Person.Id, notice.Notice.Key);
        using var span = traces.Start("send", ActivityKind.Client, reference);
        var began = time.GetTimestamp();

        // The provider keeps this reference for long: it names the notice and nobody.
        var outcome = await SendAsync(notice, rules, reference.ToString(), cancellation).ConfigureAwait(false);
        var result = NoticeMetrics.Answered(notice.Notice.Channel, outcome, time.GetElapsedTime(began));
        span?.SetTag(Telemetry.Prefix + "result", result).SetTag(Telemetry.Prefix + "code", outcome.Code);
        return outcome;
    }

    private async Task<DeliveryOutcome> SendAsync(ReadyNotice notice, UnitRules rules, string reference, CancellationToken cancellation)
    {
        var (text, language, _, _) = notice.Written!;
        var person = notice.For.Recipient.Person;
        if (notice.Notice.Channel == Channel.Sms)
        {
            return await sms.SendAsync(
                new SmsToSend(reference, person.Phone!.Value, rules.SmsSender, text.Body, notice.RepeatabilityId, notice.Notice.FirstSent!.Value),
                cancellation).ConfigureAwait(false);
        }

        var page = EmailLayout.Wrap(text, language, rules.Name, rules.Phone);
        return await email.SendAsync(
            new EmailToSend(
                reference,
                person.Email!.Value,
                rules.EmailFrom,
                rules.Name,
                ReplyTo: null,
                page.Subject,
                page.Text,
                page.Html,
                $"{options.PublicUrl}/u/{tokens.Of(rules.Unit, person.Id)}",
                await CalendarAsync(notice, rules, page.Subject, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
    }

    private async Task<CalendarAttachment?> CalendarAsync(ReadyNotice notice, UnitRules rules, string subject, CancellationToken cancellation)
    {
        var key = notice.Notice.Key;
        var (_, step) = await definitions.StepAsync(key.Programme, key.Step, cancellation).ConfigureAwait(false);
        return step.HasCalendar && NoticeCalendar.Of(notice.For, step, rules, subject) is { } about
            ? new CalendarAttachment(about.Method, CalendarFile.Of(about, clock.GetCurrentInstant()))
            : null;
    }
}
