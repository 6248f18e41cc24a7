using System.Text;
using System.Text.Json.Nodes;
using Azure.Communication.Sms;

namespace Notifieringar.Tests.Compat.AzureCommunicationSms;

/// <summary>The signature, against five requests that the vendor's own client signed.</summary>
public sealed class SigningTests
{
    public static TheoryData<string> Names => [.. Vectors.Keys];

    private static Dictionary<string, JsonNode> Vectors { get; } = JsonNode
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compat", "AzureCommunicationSms", "Data", "acs-sms-signing.json")))!["vectors"]!
        .AsArray().ToDictionary(vector => vector!["name"]!.GetValue<string>(), vector => vector!);

    [Fact]
    public void Vectors_AreAllThere() => Assert.Equal(5, Vectors.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void HashOf_SignedBody_IsTheVendors(string name)
    {
        var vector = Vectors[name];

        var hash = HmacAuthenticationPolicy.HashOf(Encoding.UTF8.GetBytes(Text(vector, "bodyUtf8")));

        Assert.Equal(Text(vector, "xMsContentSha256"), hash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AuthorizationFor_SignedRequest_IsTheVendors(string name)
    {
        var vector = Vectors[name];
        var scheme = Text(vector, "host").StartsWith("127.", StringComparison.Ordinal) ? "http" : "https";
        var uri = new Uri($"{scheme}://{Text(vector, "host")}{Text(vector, "pathAndQuery")}");

        var authorization = HmacAuthenticationPolicy.AuthorizationFor(
            Text(vector, "method"), uri, Text(vector, "xMsDate"), Text(vector, "xMsContentSha256"), Text(vector, "accessKeyBase64"));

        Assert.Equal(Text(vector, "authorization"), authorization);
    }

    private static string Text(JsonNode vector, string name) => vector[name]!.GetValue<string>();
}
