using System.Text;
using System.Text.Json.Nodes;

namespace Notifieringar.Tests.Compat.AzureCommunicationSms;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;
}
