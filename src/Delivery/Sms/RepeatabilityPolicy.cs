using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Delivery.Sms;

/// <summary>
/// Writes our repeatability values over the client's, once per call and before it is signed: all retries then send the same bytes.
/// </summary>
internal sealed class RepeatabilityPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        if (Repeatability.Of(message) is not { } ours || message.Request.Content is not { } content)
        {
            return;
        }

        using var written = new MemoryStream();
        content.WriteTo(written, message.CancellationToken);
        written.Position = 0;
        var body = JsonNode.Parse(written)!;

        // Repeatability is per recipient; SmsSender sends to one.
        foreach (var recipient in body["smsRecipients"]!.AsArray())
        {
            recipient!["repeatabilityRequestId"] = ours.RequestId;
            recipient["repeatabilityFirstSent"] = ours.FirstSent;
        }

        message.Request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        content.Dispose();
    }
}
