using SendGrid;

namespace Notifieringar.Delivery.Email;

/// <summary>Hands e-mails to the e-mail provider.</summary>
public sealed class EmailSender
{
    private readonly Lazy<ISendGridClient> _client;
    private readonly TimeProvider _time;
    private readonly ProviderBreaker _breaker;

    /// <summary>Makes a sender.</summary>
    /// <param name="client">The client; it must not retry, for the provider knows no repeatability and would send twice.</param>
    /// <param name="time">The real time, for waits.</param>
    public EmailSender(ISendGridClient client, TimeProvider time)
        : this(() => client, time)
    {
    }

    internal EmailSender(Func<ISendGridClient> client, TimeProvider time)
    {
        _client = new(client, LazyThreadSafetyMode.PublicationOnly);
        _time = time;
        _breaker = new ProviderBreaker(time);
    }

    /// <summary>Whether the provider was there the last time.</summary>
    public Reachability Reachability => _breaker.Reachability;

    /// <summary>
    /// Sends one e-mail, once: nothing is retried. Cancelling while it is on its way gives <see cref="DeliveryResult.Unknown"/>.
    /// </summary>
    /// <param name="email">The e-mail.</param>
    /// <param name="cancellationToken">Cancels; a token cancelled beforehand sends nothing and throws.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public async Task<DeliveryOutcome> SendAsync(EmailToSend email, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        cancellationToken.ThrowIfCancellationRequested();
        var client = _client.Value;
        return await _breaker.RunAsync(token => TrySendAsync(client, email, token), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<DeliveryOutcome> TrySendAsync(ISendGridClient client, EmailToSend email, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendEmailAsync(EmailMessage.From(email), cancellationToken).ConfigureAwait(false);
            return await EmailOutcomes.OfAsync(answer, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (Transport.IsFault(fault))
        {
            return Transport.Outcome(fault);
        }
    }
}
