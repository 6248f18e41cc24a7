using System.Text;
using System.Text.Json.Nodes;
using Notifieringar.LocalHost.Sandbox.Sms;

namespace Notifieringar.Tests.LocalHost.Sandbox;

/// <summary>The sandbox accepts what the official client signs and nothing that was changed on the way.</summary>
public sealed class SmsSignatureTests
{
    private static readonly Dictionary<string, JsonNode> Vectors = JsonNode
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compat", "AzureCommunicationSms", "Data", "acs-sms-signing.json")))!["vectors"]!
        .AsArray()
        .ToDictionary(vector => vector!["name"]!.GetValue<string>(), vector => vector!);

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsValid_TheOfficialClientsRequest_True(string name) => Assert.True(SmsSignature.IsValid(Request(name), Key(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void IsValid_AnythingChanged_False(string name)
    {
        var (request, key) = (Request(name), Key(name));
        SignedRequest[] changed =
        [
            request with { Body = [.. request.Body, (byte)' '] },
            request with { Host = "elsewhere.example.se" },
            request with { Date = "Wed, 15 Jan 2025 08:00:01 GMT" },
            request with { PathAndQuery = "/sms?api-version=2026-01-23" },
            request with { Authorization = request.Authorization![..^4] + "AAA=" },
            request with { Authorization = null },
            request with { Date = null },
        ];

        Assert.All(changed, one => Assert.False(SmsSignature.IsValid(one, key)));
        Assert.False(SmsSignature.IsValid(request, [.. key, 1]));
    }

    private static byte[] Key(string name) => Convert.FromBase64String(Text(name, "accessKeyBase64"));

    private static SignedRequest Request(string name) => new(
        Text(name, "method"), Text(name, "pathAndQuery"), Text(name, "host"), Text(name, "xMsDate"),
        Text(name, "xMsContentSha256"), Text(name, "authorization"), Encoding.UTF8.GetBytes(Text(name, "bodyUtf8")));

    private static string Text(string name, string property) => Vectors[name][property]!.GetValue<string>();
}
