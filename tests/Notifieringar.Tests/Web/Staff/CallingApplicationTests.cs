using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Staff;

namespace Notifieringar.Tests.Web.Staff;

public sealed class CallingApplicationTests
{
    private static readonly AccessOptions Trusts = new(TrustsSignIn: true, AccessOptions.DefaultPath);

    [Theory]
    [InlineData("""{"claims":[{"typ":"aud","val":"ours"},{"typ":"appid","val":"event-grid"}]}""", "event-grid")]
    [InlineData("""{"claims":[{"typ":"azp","val":"event-grid"}]}""", "event-grid")]
    [InlineData("""{"claims":[{"typ":"name","val":"event-grid"}]}""", "")]
    [InlineData("""{"claims":null}""", "")]
    [InlineData("not json", "")]
    public void IdOf_ACheckedToken_IsTheApplicationItNames(string principal, string id) => Assert.Equal(id, CallingApplication.IdOf(Request(principal), Trusts));

    [Fact]
    public void IdOf_NoSignInStandsBeforeTheApp_BelievesNoHeader() =>
        Assert.Empty(CallingApplication.IdOf(Request("""{"claims":[{"typ":"appid","val":"event-grid"}]}"""), Trusts with { TrustsSignIn = false }));

    [Fact]
    public void IdOf_NoToken_IsNobody() => Assert.Empty(CallingApplication.IdOf(new DefaultHttpContext().Request, Trusts));

    private static HttpRequest Request(string principal)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        return context.Request;
    }
}
