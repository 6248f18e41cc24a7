namespace Azure.Storage.Queues;

/// <summary>Message bodies to and from their text on the wire.</summary>
internal static class MessageBody
{
    public static string Encode(BinaryData body, QueueMessageEncoding encoding) => encoding switch
    {
        QueueMessageEncoding.Base64 => Convert.ToBase64String(body.ToMemory().Span),
        _ => body.ToString(),
    };

    /// <summary>False when the text is not what the encoding promises; <paramref name="body"/> is then the raw text.</summary>
    public static bool TryDecode(string wireText, QueueMessageEncoding encoding, out BinaryData body)
    {
        body = new BinaryData(wireText);
        if (encoding != QueueMessageEncoding.Base64)
        {
            return true;
        }

        var bytes = new byte[wireText.Length];
        if (!Convert.TryFromBase64String(wireText, bytes, out var length))
        {
            return false;
        }

        body = new BinaryData(bytes.AsMemory(0, length));
        return true;
    }
}
