using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Delivery.Sms;

/// <summary>
/// Retries at once, twice, what may pass at once. It leaves alone what the provider asks us to wait for (a chunk is rather put back than
/// held), and remembers a try whose answer was lost.
/// </summary>
internal sealed class SmsRetryPolicy() : RetryPolicy(
    maxRetries: 2, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(2)))
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        MayRetry(message, exception) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        MayRetry(message, exception) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    private static bool MayRetry(HttpMessage message, Exception? exception)
    {
        if (exception is null)
        {
            if (message.HasResponse && SmsOutcomes.IsUnanswered(message.Response.Status))
            {
                MarkLost(message);
            }

            return !message.HasResponse || (message.Response.Status != 429 && !message.Response.Headers.Contains("Retry-After"));
        }

        if (!Transport.NeverReached(exception))
        {
            MarkLost(message);
        }

        return true;
    }

    private static void MarkLost(HttpMessage message)
    {
        if (Repeatability.Of(message) is { } repeatability)
        {
            repeatability.LostATry = true;
        }
    }
}
