using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>What the function app answered to the subscription's handshake. Event Grid takes 200 with the code and nothing else.</summary>
internal sealed record HandshakeAnswer(int Status, string Body, bool Confirmed)
{
    public static HandshakeAnswer Of(int status, string body, string code) => new(status, body, status == 200 && Code(body) == code);

    private static string? Code(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["validationResponse"]?.ToString();
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
