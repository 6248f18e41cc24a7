using Notifieringar.Delivery.Sms;

namespace Notifieringar.Tests.Delivery.Sms;

public sealed class SenderIdRulesTests
{
    [Theory]
    [InlineData("Biblioteket")]
    [InlineData("Hylte bibl")]
    [InlineData("Bib 24")]
    [InlineData("A")]
    public void IsAllowed_LettersDigitsAndSpace_IsTrue(string senderId) => Assert.True(SenderIdRules.IsAllowed(senderId));

    [Theory]
    [InlineData("")]
    [InlineData("Biblioteken1")]
    [InlineData("Hörby")]
    [InlineData("112 118")]
    [InlineData("Bib-24")]
    [InlineData(" Bib")]
    [InlineData("Библио")]
    public void IsAllowed_AnythingElse_IsFalse(string senderId) => Assert.False(SenderIdRules.IsAllowed(senderId));

    [Theory]
    [InlineData("Hörby", "Horby")]
    [InlineData("Åmål Ädel", "Amal Adel")]
    [InlineData("Café", "Cafe")]
    [InlineData("+46701740605", "+46701740605")]
    public void Transliterate_Accents_AreDropped(string senderId, string expected) =>
        Assert.Equal(expected, SenderIdRules.Transliterate(senderId));
}
