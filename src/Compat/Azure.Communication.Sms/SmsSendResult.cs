namespace Azure.Communication.Sms;

/// <summary>What the service says about one recipient of a message.</summary>
public class SmsSendResult
{
    internal SmsSendResult(string to, string messageId, int httpStatusCode, bool successful, string errorMessage)
    {
        To = to;
        MessageId = messageId;
        HttpStatusCode = httpStatusCode;
        Successful = successful;
        ErrorMessage = errorMessage;
    }

    /// <summary>The recipient's number in E.164 format.</summary>
    public string To { get; }

    /// <summary>The service's id of the message, the same as in its delivery report; null when the recipient was refused.</summary>
    public string MessageId { get; }

    /// <summary>The outcome for this recipient as an HTTP status: 202, 400 or 503.</summary>
    public int HttpStatusCode { get; }

    /// <summary>Whether the message was accepted for this recipient.</summary>
    public bool Successful { get; }

    /// <summary>Why the recipient was refused; null when it was not.</summary>
    public string ErrorMessage { get; }
}
