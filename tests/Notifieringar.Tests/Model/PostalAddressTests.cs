using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class PostalAddressTests
{
    [Theory]
    [InlineData("998 10")]
    [InlineData("99810")]
    [InlineData("998\u00A010")]
    [InlineData("SE-998 10")]
    [InlineData("s-99810")]
    public void Parse_AnyWayOfWritingACode_IsFiveDigits(string code)
    {
        var address = PostalAddress.Parse(null, "Björkvägen 1", code, "Åsinge", "Sverige")!;

        Assert.Equal(new PostalAddress(null, "Björkvägen 1", "99810", "Åsinge", null), address);
        Assert.True(address.IsDeliverable);
    }

    [Fact]
    public void Parse_CodeAndTownTogether_AreParted() =>
        Assert.Equal(new PostalAddress(null, "Box 3", "99810", "Åsinge Norra", null), PostalAddress.Parse(null, "Box 3", "998 10  Åsinge Norra", null, null));

    [Theory]
    [InlineData("c/o Ek", "Björkvägen 1")]
    [InlineData("C/O  Ek ", " Björkvägen  1")]
    [InlineData("Ek", "Björkvägen 1")]
    [InlineData(null, "c/o Ek, Björkvägen 1")]
    public void Parse_CareOf_IsKeptWithoutItsPrefix(string? careOf, string street)
    {
        var address = PostalAddress.Parse(careOf, street, "99810", "Åsinge", null)!;

        Assert.Equal(("Ek", "Björkvägen 1"), (address.CareOf, address.Street));
    }

    [Theory]
    [InlineData("9981")]
    [InlineData("0998 1")]
    [InlineData("998100")]
    [InlineData("okänt")]
    public void Parse_BrokenCode_IsLeftOutAndTheAddressIsNotDeliverable(string code)
    {
        var address = PostalAddress.Parse(null, "Björkvägen 1", code, "Åsinge", null)!;

        Assert.Null(address.PostalCode);
        Assert.False(address.IsDeliverable);
    }

    [Fact]
    public void Parse_NothingAtAll_IsNull() => Assert.Null(PostalAddress.Parse("", " ", null, "\u00A0", "Sverige"));

    [Theory]
    [InlineData("Box 2820", "403 20", "Göteborg")]
    [InlineData("BOX2820", "40320", "GÖTEBORG")]
    [InlineData("box  2820", "SE-403 20", null)]
    [InlineData("Skatteverket, Box 2820", "403 20", "Göteborg")]
    [InlineData("Box 2820", null, "Göteborg")]
    [InlineData("Skatteverket Box 2820", "403 21", "Göteborg")]
    public void IsForwardingOfProtected_TheTaxAgencysBox_HoweverWritten(string street, string? code, string? town)
    {
        var address = PostalAddress.Parse(null, street, code, town, null)!;

        Assert.True(address.IsForwardingOfProtected);
        Assert.False(address.IsDeliverable);
    }

    [Fact]
    public void IsForwardingOfProtected_TheBoxInTheCareOfColumn_IsSeen() =>
        Assert.True(PostalAddress.Parse("Skatteverket, Box 2820", null, "403 20", "Göteborg", null)!.IsForwardingOfProtected);

    [Theory]
    [InlineData("Box 28201", "403 20")]
    [InlineData("Box 2820", "998 10")]
    [InlineData("Box 282", "403 20")]
    [InlineData("Storgatan 2820", "403 20")]
    public void IsForwardingOfProtected_OtherBoxOrTown_IsFalse(string street, string code) =>
        Assert.False(PostalAddress.Parse(null, street, code, "Åsinge", null)!.IsForwardingOfProtected);

    [Theory]
    [InlineData("Skrivna på kommunen")]
    [InlineData("PÅ KOMMUNEN SKRIVEN")]
    [InlineData("Saknar fast adress")]
    [InlineData("-")]
    [InlineData(null)]
    public void HasNoFixedAddress_WhenTheRegisterSaysSo(string? street)
    {
        var address = PostalAddress.Parse(null, street, "99810", "Åsinge", null)!;

        Assert.True(address.HasNoFixedAddress);
        Assert.False(address.IsDeliverable);
    }

    [Theory]
    [InlineData("PL 1234")]
    [InlineData("Björkvägen 1 lgh 1101")]
    [InlineData("Box 12")]
    public void IsDeliverable_BoxOrApartmentOrRuralPlace_IsTrue(string street) =>
        Assert.True(PostalAddress.Parse(null, street, "99810", "Åsinge", null)!.IsDeliverable);

    [Fact]
    public void Lines_AllParts_StandInOrderWithTheTownInCapitals()
    {
        var address = PostalAddress.Parse("c/o Ek", "Björkvägen 1 lgh 1101", "99810", "Åsinge", null)!;

        Assert.Equal(["Åsa Ö", "c/o Ek", "Björkvägen 1 lgh 1101", "998 10 ÅSINGE"], address.Lines("Åsa  Ö"));
    }

    [Fact]
    public void Lines_Abroad_EndWithTheCountryAndKeepTheCodeAsWritten()
    {
        var address = PostalAddress.Parse(null, "Gate 1", "0150", "Oslo", "Norge")!;

        Assert.True(address.IsDeliverable);
        Assert.Equal(["Ada", "Gate 1", "0150 OSLO", "NORGE"], address.Lines("Ada"));
    }

    [Fact]
    public void Lines_MissingParts_LeaveNoBlankLine() =>
        Assert.Equal(["Ada", "998 10"], new PostalAddress(null, null, "99810", null, null).Lines("Ada"));
}
