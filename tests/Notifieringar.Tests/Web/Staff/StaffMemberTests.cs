using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Staff;

namespace Notifieringar.Tests.Web.Staff;

/// <summary>Who a request says is signed in, and whether that is believed.</summary>
public sealed class StaffMemberTests
{
    [Theory]
    [InlineData(true, "anna")]
    [InlineData(false, null)]
    public void Of_AHeader_IsBelievedOnlyWhereTheSignInIsTrusted(bool trustsSignIn, string? expected)
    {
        var request = new DefaultHttpContext().Request;
        const string Principal = """{ "claims": [{ "typ": "oid", "val": "anna" }] }""";
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Principal));

        Assert.Equal(expected, StaffMember.Of(request, new AccessOptions(trustsSignIn, AccessOptions.DefaultPath))?.Id);
    }
}
