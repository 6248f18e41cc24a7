using System.Globalization;
using Azure.Core;
using Azure.Storage.Queues.Models;
using Storage.Common;

namespace Azure.Storage.Queues;

public partial class QueueClient
{
    /// <summary>The address of the queue's messages.</summary>
    protected virtual Uri MessagesUri => StorageEndpoint.Below(Uri, "messages");

    /// <summary>Sends a message that shows at once and lives seven days.</summary>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText) => SendMessageAsync(messageText, null, null, default);

    /// <summary>Sends a message that shows at once and lives seven days.</summary>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText, CancellationToken cancellationToken = default) =>
        SendMessageAsync(messageText, null, null, cancellationToken);

    /// <summary>Sends a message.</summary>
    /// <param name="messageText">The body.</param>
    /// <param name="visibilityTimeout">How long it stays hidden first; at most seven days and shorter than its life.</param>
    /// <param name="timeToLive">How long it lives; seven days when null, for ever when minus one second.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        string messageText,
        TimeSpan? visibilityTimeout = default,
        TimeSpan? timeToLive = default,
        CancellationToken cancellationToken = default) =>
        SendMessageAsync(new BinaryData(messageText ?? ""), visibilityTimeout, timeToLive, cancellationToken);

    /// <summary>Sends a message; with <see cref="QueueMessageEncoding.None"/> the bytes must be UTF-8 text.</summary>
    public virtual async Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message,
        TimeSpan? visibilityTimeout = default,
        TimeSpan? timeToLive = default,
        CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(
            RequestMethod.Post,
            MessagesUri,
            ("visibilitytimeout", Seconds(visibilityTimeout)),
            ("messagettl", Seconds(timeToLive)));
        SetBody(request, message);
        var response = await _endpoint.SendAsync(request, cancellationToken, 201).ConfigureAwait(false);
        return Response.FromValue(QueueXml.SendReceipt(QueueXml.Messages(response).Single()), response);
    }

    /// <summary>Deletes a received message.</summary>
    /// <exception cref="RequestFailedException">MessageNotFound or PopReceiptMismatch: the receipt is no longer the newest.</exception>
    public virtual async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(RequestMethod.Delete, MessageUri(messageId), ("popreceipt", popReceipt));
        return await _endpoint.SendAsync(request, cancellationToken, 204).ConfigureAwait(false);
    }

    /// <summary>Hides a received message for a time from now, and replaces its body unless <paramref name="messageText"/> is null.</summary>
    public virtual Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId,
        string popReceipt,
        string? messageText = null,
        TimeSpan visibilityTimeout = default,
        CancellationToken cancellationToken = default) =>
        UpdateMessageAsync(messageId, popReceipt, messageText is null ? null! : new BinaryData(messageText), visibilityTimeout, cancellationToken);

    /// <summary>Hides a received message for a time from now and replaces its body.</summary>
    public virtual async Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId,
        string popReceipt,
        BinaryData message,
        TimeSpan visibilityTimeout = default,
        CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(
            RequestMethod.Put,
            MessageUri(messageId),
            ("popreceipt", popReceipt),
            ("visibilitytimeout", Seconds(visibilityTimeout)));
        SetBody(request, message);
        var response = await _endpoint.SendAsync(request, cancellationToken, 204).ConfigureAwait(false);
        return Response.FromValue(QueueHeaders.Updated(response), response);
    }

    /// <summary>Deletes all messages.</summary>
    public virtual async Task<Response> ClearMessagesAsync(CancellationToken cancellationToken = default)
    {
        using var request = _endpoint.Message(RequestMethod.Delete, MessagesUri);
        return await _endpoint.SendAsync(request, cancellationToken, 204).ConfigureAwait(false);
    }

    private static string? Seconds(TimeSpan? time) => time is { } span ? ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;

    private Uri MessageUri(string messageId)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        return StorageEndpoint.Below(MessagesUri, Uri.EscapeDataString(messageId));
    }

    private void SetBody(HttpMessage request, BinaryData? body)
    {
        if (body is not null)
        {
            request.Request.Headers.Add(HttpHeader.Names.ContentType, "application/xml");
            request.Request.Content = QueueXml.Message(MessageBody.Encode(body, _options.MessageEncoding));
        }
    }
}
