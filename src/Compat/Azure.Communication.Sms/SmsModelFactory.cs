namespace Azure.Communication.Sms.Models;

/// <summary>Makes results that only the service can otherwise make, for tests that replace <see cref="SmsClient"/>.</summary>
public static class SmsModelFactory
{
    /// <summary>Makes the result for one recipient.</summary>
    /// <param name="to">The recipient's number in E.164 format.</param>
    /// <param name="messageId">The service's id of the message, or null.</param>
    /// <param name="httpStatusCode">The outcome as an HTTP status.</param>
    /// <param name="successful">Whether the message was accepted.</param>
    /// <param name="errorMessage">Why it was refused, or null.</param>
    /// <returns>The result.</returns>
    public static SmsSendResult SmsSendResult(string to, string messageId, int httpStatusCode, bool successful, string errorMessage) =>
        new(to, messageId, httpStatusCode, successful, errorMessage);
}
