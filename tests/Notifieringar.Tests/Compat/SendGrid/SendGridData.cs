using System.Text.Json.Nodes;

namespace Notifieringar.Tests.Compat.SendGrid;

/// <summary>The golden files: what the vendor's own clients wrote and signed.</summary>
internal static class SendGridData
{
    public static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compat", "SendGrid", "Data", file)))!;

    public static JsonNode Request(string name) => Read("sendgrid-csharp-requests.json")["vectors"]!.AsArray()
        .First(vector => vector!["name"]?.GetValue<string>() == name)!;
}
