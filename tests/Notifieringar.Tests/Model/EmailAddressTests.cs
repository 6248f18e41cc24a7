using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.se", "anna@example.se")]
    [InlineData(" Anna.Ek@Example.SE ", "Anna.Ek@example.se")]
    [InlineData("anna+bok@mail.example.se", "anna+bok@mail.example.se")]
    [InlineData("mailto:anna@example.se", "anna@example.se")]
    [InlineData("Anna Ek <anna@example.se>", "anna@example.se")]
    [InlineData("anna@example.se;", "anna@example.se")]
    [InlineData("o'neil@example.se", "o'neil@example.se")]
    [InlineData("anna@åsinge.example", "anna@xn--singe-lra.example")]
    public void TryParse_OrdinaryAddress_IsRead(string text, string value)
    {
        Assert.True(EmailAddress.TryParse(text, out var address, out var problem), problem);
        Assert.Equal(value, address.Value);
    }

    [Theory]
    [InlineData(null, ContactProblems.Blank)]
    [InlineData("  ", ContactProblems.Blank)]
    [InlineData("anna", ContactProblems.NotUnderstood)]
    [InlineData("anna@", ContactProblems.NotUnderstood)]
    [InlineData("@example.se", ContactProblems.NotUnderstood)]
    [InlineData("anna@example", ContactProblems.NotUnderstood)]
    [InlineData("anna@example..se", ContactProblems.NotUnderstood)]
    [InlineData("anna@-example.se", ContactProblems.NotUnderstood)]
    [InlineData("anna@192.0.2.1", ContactProblems.NotUnderstood)]
    [InlineData("anna ek@example.se", ContactProblems.NotUnderstood)]
    [InlineData(".anna@example.se", ContactProblems.NotUnderstood)]
    [InlineData("an..na@example.se", ContactProblems.NotUnderstood)]
    [InlineData("åsa@example.se", ContactProblems.NotUnderstood)]
    [InlineData("a@example.se, b@example.se", ContactProblems.Several)]
    public void TryParse_WhatIsNoAddress_SaysWhy(string? text, string problem)
    {
        Assert.False(EmailAddress.TryParse(text, out _, out var found));
        Assert.Equal(problem, found);
    }

    [Fact]
    public void TryParse_TooLongLocalPart_IsRefused() =>
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.se", out _, out _));
}
