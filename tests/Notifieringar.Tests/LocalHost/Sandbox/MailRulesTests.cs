using System.Text.Json;
using System.Text.Json.Nodes;
using Notifieringar.LocalHost.Sandbox.Mail;

namespace Notifieringar.Tests.LocalHost.Sandbox;

public sealed class MailRulesTests
{
    private const string Good = """
        {"from":{"email":"bibblan@example.se","name":"Bibblan"},"subject":"Välkommen",
         "personalizations":[{"to":[{"email":"anna@example.se"}]}],
         "content":[{"type":"text/plain","value":"Hej"},{"type":"text/html","value":"<p>Hej</p>"}]}
        """;

    [Fact]
    public void Check_EveryBodyTheOfficialClientSends_HasNoComplaint()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "Compat", "SendGrid", "Data", "sendgrid-csharp-requests.json")))!["vectors"]!.AsArray();

        Assert.NotEmpty(vectors);
        Assert.All(vectors, vector => Assert.Empty(Check(vector!["body"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("from", "null", "from.email")]
    [InlineData("from", """{"email":"not an address"}""", "from.email")]
    [InlineData("subject", "null", "subject")]
    [InlineData("subject", "\"\"", "subject")]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", """[{"to":[]}]""", "personalizations.0.to")]
    [InlineData("personalizations", """[{"to":[{"email":"anna@"}]}]""", "personalizations.0.to")]
    [InlineData("content", "[]", "content")]
    [InlineData("content", """[{"type":"text/plain","value":""}]""", "content")]
    [InlineData("content", """[{"type":"text/html","value":"a"},{"type":"text/plain","value":"b"}]""", "content")]
    [InlineData("attachments", """[{"filename":"a.ics","content":"not base64"}]""", "attachments")]
    [InlineData("categories", """["a","a"]""", "categories")]
    [InlineData("headers", """{"reply-to":"x"}""", "headers")]
    public void Check_OneThingWrong_NamesItsField(string property, string value, string field)
    {
        var body = JsonNode.Parse(Good)!;
        body[property] = JsonNode.Parse(value);

        Assert.Equal(field, Assert.Single(Check(body.ToJsonString())).Field);
    }

    [Fact]
    public void Check_MoreThanAThousandReceivers_IsTooMany()
    {
        var body = JsonNode.Parse(Good)!;
        body["personalizations"]![0]!["to"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(number => new JsonObject { ["email"] = $"a{number}@example.se" })]);

        Assert.Equal("personalizations", Assert.Single(Check(body.ToJsonString())).Field);
    }

    private static IReadOnlyList<MailError> Check(string body) => MailRules.Check(JsonSerializer.Deserialize<MailSendRequest>(body, MailSendRequest.Json)!);
}
