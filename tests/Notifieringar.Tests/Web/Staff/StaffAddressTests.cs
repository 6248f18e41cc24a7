using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Pages;

namespace Notifieringar.Tests.Web.Staff;

public sealed class StaffAddressTests
{
    [Theory]
    [InlineData("+46701740605", "070-174 06 05")]
    [InlineData("+46317740605", "+46317740605")]
    [InlineData("+4790174060", "+4790174060")]
    public void Phone_ASwedishMobile_IsInItsGroups(string e164, string expected) => Assert.Equal(expected, StaffAddress.Phone(e164));

    [Theory]
    [InlineData("Maja Ek", "Granstigen 4", "99810", "Provby", null, "c/o Maja Ek, Granstigen 4, 998 10 Provby")]
    [InlineData(null, "Vei 1", "0150", "Oslo", "Norge", "Vei 1, 0150 Oslo, Norge")]
    [InlineData(null, null, null, "Provby", null, "Provby")]
    public void Line_HasNoGaps(string? careOf, string? street, string? code, string? town, string? country, string expected) =>
        Assert.Equal(expected, StaffAddress.Line(new PostalAddress(careOf, street, code, town, country)));

    [Theory]
    [InlineData("Staff", "sagt till personalen")]
    [InlineData("Yes (Page)", "ja, svarat med koden")]
    [InlineData("ringde (i går)", "ringde (i går)")]
    public void CallNote_OfAnAnswer_IsInTheReadersWords_AndAnyOtherAsItStands(string note, string expected)
    {
        CultureInfo.CurrentUICulture = StaffWords.Swedish.Culture;

        Assert.Equal(expected, CallNote.Of(note));
    }
}
