using Notifieringar.LocalHost.Triggers.Http;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class LocalSignInTests
{
    [Theory]
    [InlineData("/personal/provby/idag", "/personal/provby/idag")]
    [InlineData("https://example.se/", "/personal")]
    [InlineData("//example.se/", "/personal")]
    [InlineData("/\\example.se/", "/personal")]
    [InlineData("/\t/example.se/", "/personal")]
    [InlineData("/\n/example.se/", "/personal")]
    [InlineData("\t//example.se/", "/personal")]
    [InlineData("", "/personal")]
    public void Local_AnAddressThatABrowserReadsAsAnotherSite_IsNotFollowed(string asked, string followed) =>
        Assert.Equal(followed, LocalSignIn.Local(asked));
}
