using System.Globalization;
using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

public partial class QueueClient
{
    /// <summary>Receives one message, hidden from others for thirty seconds; an empty array when there is none.</summary>
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync() => ReceiveMessagesAsync(null, null, default);

    /// <summary>Receives one message, hidden from others for thirty seconds; an empty array when there is none.</summary>
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync(CancellationToken cancellationToken = default) =>
        ReceiveMessagesAsync(null, null, cancellationToken);

    /// <summary>Receives messages and hides them from others.</summary>
    /// <param name="maxMessages">1 to 32; one when null.</param>
    /// <param name="visibilityTimeout">How long they stay hidden: one second to seven days; thirty seconds when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FormatException">A message does not decode and nobody handles <see cref="QueueClientOptions.MessageDecodingFailed"/>.</exception>
    public virtual async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = default,
        TimeSpan? visibilityTimeout = default,
        CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(
            RequestMethod.Get,
            MessagesUri,
            ("numofmessages", maxMessages?.ToString(CultureInfo.InvariantCulture)),
            ("visibilitytimeout", Seconds(visibilityTimeout)));
        var response = await _endpoint.SendAsync(request, cancellationToken, 200).ConfigureAwait(false);
        var received = await DecodeAsync(
            response,
            QueueXml.Received,
            message => OnMessageDecodingFailedAsync(message, null, false, cancellationToken)).ConfigureAwait(false);
        return Response.FromValue(received, response);
    }

    /// <summary>Looks at messages without receiving them.</summary>
    /// <param name="maxMessages">1 to 32; one when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = default, CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(
            RequestMethod.Get,
            MessagesUri,
            ("peekonly", "true"),
            ("numofmessages", maxMessages?.ToString(CultureInfo.InvariantCulture)));
        var response = await _endpoint.SendAsync(request, cancellationToken, 200).ConfigureAwait(false);
        var peeked = await DecodeAsync(
            response,
            QueueXml.Peeked,
            message => OnMessageDecodingFailedAsync(null, message, false, cancellationToken)).ConfigureAwait(false);
        return Response.FromValue(peeked, response);
    }

    /// <summary>Passes a message that does not decode to the handlers of <see cref="QueueClientOptions.MessageDecodingFailed"/>.</summary>
    protected virtual async Task OnMessageDecodingFailedAsync(
        QueueMessage? receivedMessage,
        PeekedMessage? peekedMessage,
        bool isRunningSynchronously,
        CancellationToken cancellationToken)
    {
        var arguments = new QueueMessageDecodingFailedEventArgs(this, receivedMessage, peekedMessage, isRunningSynchronously, cancellationToken);
        foreach (var handler in Delegate.EnumerateInvocationList(_options.DecodingFailed))
        {
            await handler(arguments).ConfigureAwait(false);
        }
    }

    private async Task<T[]> DecodeAsync<T>(
        Response response,
        Func<XElement, BinaryData, T> make,
        Func<T, Task> onFailed)
    {
        var decoded = new List<T>();
        foreach (var element in QueueXml.Messages(response))
        {
            if (MessageBody.TryDecode(QueueXml.WireText(element), _options.MessageEncoding, out var body))
            {
                decoded.Add(make(element, body));
            }
            else if (_options.DecodingFailed is null)
            {
                throw new FormatException("A message's body is not base64.");
            }
            else
            {
                await onFailed(make(element, body)).ConfigureAwait(false);
            }
        }

        return [.. decoded];
    }
}
