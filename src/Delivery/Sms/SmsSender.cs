using System.Text.Json;
using Azure;
using Azure.Communication.Sms;

namespace Notifieringar.Delivery.Sms;

/// <summary>Hands text messages to the SMS provider.</summary>
public sealed class SmsSender
{
    private readonly Lazy<SmsClient> _client;
    private readonly TimeProvider _time;
    private readonly ProviderBreaker _breaker;

    /// <summary>Makes a sender.</summary>
    /// <param name="client">
    /// The client, made by <see cref="SmsDelivery.AddSmsDelivery"/>: its pipeline puts our repeatability values into the request.
    /// </param>
    /// <param name="time">The real time, for waits.</param>
    public SmsSender(SmsClient client, TimeProvider time)
        : this(() => client, time)
    {
    }

    internal SmsSender(Func<SmsClient> client, TimeProvider time)
    {
        _client = new(client, LazyThreadSafetyMode.PublicationOnly);
        _time = time;
        _breaker = new ProviderBreaker(time);
    }

    /// <summary>Whether the provider was there the last time.</summary>
    public Reachability Reachability => _breaker.Reachability;

    /// <summary>
    /// Sends one message and asks for a delivery report. Sending it again within five minutes of its first try, with the same id, time and
    /// text, cannot give a second message. Cancelling while it is on its way gives <see cref="DeliveryResult.Unknown"/>.
    /// </summary>
    /// <param name="sms">The message.</param>
    /// <param name="cancellationToken">Cancels; a token cancelled beforehand sends nothing and throws.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public async Task<DeliveryOutcome> SendAsync(SmsToSend sms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sms);
        cancellationToken.ThrowIfCancellationRequested();
        var client = _client.Value;
        return await _breaker.RunAsync(token => TrySendAsync(client, sms, token), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<DeliveryOutcome> TrySendAsync(SmsClient client, SmsToSend sms, CancellationToken cancellationToken)
    {
        var repeatability = new Repeatability(sms);
        using var scope = repeatability.Begin();
        var outcome = await ExchangeAsync(client, sms, cancellationToken).ConfigureAwait(false);

        // What was lost may have been accepted, whatever the provider or the network said to the try after it.
        return repeatability.LostATry && outcome.Result == DeliveryResult.RefusedTemporary
            ? DeliveryOutcome.Unknown(DeliveryOutcome.NoAnswer)
            : outcome;
    }

    private async Task<DeliveryOutcome> ExchangeAsync(SmsClient client, SmsToSend sms, CancellationToken cancellationToken)
    {
        try
        {
            var options = new SmsSendOptions(enableDeliveryReport: true) { Tag = sms.NoticeKey };
            var result = await client
                .SendAsync(SenderIdRules.Transliterate(sms.SenderId), sms.To.E164, sms.Text, options, cancellationToken)
                .ConfigureAwait(false);
            return SmsOutcomes.Of(result.Value);
        }
        catch (RequestFailedException refused) when (refused.Status != 0)
        {
            return SmsOutcomes.Of(refused, _time.GetUtcNow());
        }
        catch (Exception fault) when (Transport.IsFault(fault))
        {
            return Transport.Outcome(fault);
        }
        catch (Exception fault) when (
            fault is JsonException or KeyNotFoundException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            // The call was accepted, or the client would not have read its answer.
            return DeliveryOutcome.Unknown(DeliveryOutcome.UnreadableAnswer);
        }
    }
}
