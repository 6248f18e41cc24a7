using System.Text.Json.Nodes;
using SendGrid.Helpers.EventWebhook;

namespace Notifieringar.Tests.Compat.SendGrid;

/// <summary>Signatures of event posts, and posts that were changed on the way.</summary>
public sealed class RequestValidatorTests
{
    private static readonly JsonNode Data = SendGridData.Read("sendgrid-event-webhook.json");

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, Data["vectors"]!.AsArray().Count)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void VerifySignature_SignedPost_IsTrue(int index) => Assert.True(Verify(Data["vectors"]![index]!));

    [Theory]
    [MemberData(nameof(Indexes))]
    public void VerifySignature_SpaceAfterTheBody_IsFalse(int index) => Assert.False(Verify(Data["vectors"]![index]!, body: text => text + " "));

    [Theory]
    [MemberData(nameof(Indexes))]
    public void VerifySignature_AnotherTimestamp_IsFalse(int index) =>
        Assert.False(Verify(Data["vectors"]![index]!, timestamp: text => text[..^1] + (text[^1] == '9' ? '8' : '9')));

    [Theory]
    [MemberData(nameof(Indexes))]
    public void VerifySignature_AnotherKey_IsFalse(int index) =>
        Assert.False(Verify(Data["vectors"]![index]!, key: "otherPublicKeySpkiBase64"));

    [Fact]
    public void VerifySignature_NotASignature_IsFalse()
    {
        var validator = new RequestValidator();
        var key = validator.ConvertPublicKeyToECDSA(Data["publicKeySpkiBase64"]!.GetValue<string>());

        Assert.False(validator.VerifySignature(key, "[]", "AAAA", "1736928002"));
    }

    private static bool Verify(
        JsonNode vector, Func<string, string>? body = null, Func<string, string>? timestamp = null, string key = "publicKeySpkiBase64")
    {
        var validator = new RequestValidator();
        return validator.VerifySignature(
            validator.ConvertPublicKeyToECDSA(Data[key]!.GetValue<string>()),
            (body ?? (text => text))(vector["body"]!.GetValue<string>()),
            vector["signature"]!.GetValue<string>(),
            (timestamp ?? (text => text))(vector["timestamp"]!.GetValue<string>()));
    }
}
