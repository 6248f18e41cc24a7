using Azure;

namespace Notifieringar.Delivery;

/// <summary>What a failed exchange tells about whether the provider got the request.</summary>
internal static class Transport
{
    /// <summary>Whether an exception comes from the exchange with the provider and not from a bug of ours.</summary>
    public static bool IsFault(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(IsFault),
        RequestFailedException failed => failed.Status == 0,
        _ => exception is HttpRequestException or OperationCanceledException or IOException,
    };

    /// <summary>The outcome of a failed exchange: refused for now when no try reached the provider, unknown otherwise.</summary>
    public static DeliveryOutcome Outcome(Exception exception) => NeverReached(exception)
        ? DeliveryOutcome.Refused(DeliveryResult.RefusedTemporary, DeliveryOutcome.NotConnected)
        : DeliveryOutcome.Unknown(DeliveryOutcome.NoAnswer);

    /// <summary>Whether it is certain that no byte of the request was sent: there was no connection to send it on.</summary>
    public static bool NeverReached(Exception? exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.All(NeverReached),
        RequestFailedException { Status: 0 } failed => NeverReached(failed.InnerException),
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        _ => false,
    };
}
