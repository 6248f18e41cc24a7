namespace Azure.Storage.Queues;

/// <summary>How the body of a message is written on the wire.</summary>
public enum QueueMessageEncoding
{
    /// <summary>The text itself, escaped for XML.</summary>
    None = 0,

    /// <summary>UTF-8 bytes in base64, as Azure Functions expects by default.</summary>
    Base64 = 1,
}
