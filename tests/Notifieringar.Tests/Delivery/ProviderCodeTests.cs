using Notifieringar.Delivery;

namespace Notifieringar.Tests.Delivery;

/// <summary>Codes are logged and shown, so nothing that could name a person may pass.</summary>
public sealed class ProviderCodeTests
{
    [Theory]
    [InlineData("Unauthorized", "400:Unauthorized")]
    [InlineData("personalizations.0.to.0.email", "400:personalizations.0.to.0.email")]
    [InlineData("smsRecipients[0].To", "400:smsRecipients[0].To")]
    public void Of_Identifier_IsKept(string word, string code) => Assert.Equal(code, ProviderCode.Of(400, word));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna@example.se")]
    [InlineData("+46701740605")]
    [InlineData("0701740605")]
    [InlineData("Anna Andersson")]
    public void Of_AnythingElse_IsLeftOut(string? word) => Assert.Equal("400", ProviderCode.Of(400, word));
}
