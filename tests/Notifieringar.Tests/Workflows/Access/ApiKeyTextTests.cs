using Notifieringar.Workflows.Access;

namespace Notifieringar.Tests.Workflows.Access;

public sealed class ApiKeyTextTests
{
    [Fact]
    public void Parse_WhatWasIssued_IsTheSameKey()
    {
        var issued = ApiKeyText.New(Some.Unit, "script-1");

        Assert.Equal(issued, ApiKeyText.Parse(issued.ToString()));
        Assert.NotEqual(issued.Secret, ApiKeyText.New(Some.Unit, "script-1").Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nk.asinge.script")]
    [InlineData("nk.asinge.script.short")]
    [InlineData("nk.asinge'.script.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nk.asinge/..script.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Parse_WhatIsNoKey_IsNull(string text) => Assert.Null(ApiKeyText.Parse(text));
}
