using System.Text;
using Azure.Storage.Queues.Models;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>The text inside a message; the queue itself is read raw, so that a message in the wrong encoding can be put aside as it is.</summary>
internal static class QueueText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the text is not what host.json's messageEncoding promises.</summary>
    public static string? Decode(QueueMessage message, bool base64)
    {
        if (!base64)
        {
            return message.MessageText;
        }

        try
        {
            return Strict.GetString(Convert.FromBase64String(message.MessageText));
        }
        catch (Exception wrong) when (wrong is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    public static QueueMessageRead Describe(QueueMessage message, string text) => new()
    {
        Id = message.MessageId,
        PopReceipt = message.PopReceipt,
        Text = text,
        DequeueCount = message.DequeueCount,
        InsertedOn = message.InsertedOn ?? default,
        ExpiresOn = message.ExpiresOn ?? default,
        NextVisibleOn = message.NextVisibleOn ?? default,
    };
}
