using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("070-174 06 05")]
    [InlineData("0701740605")]
    [InlineData("070 174 06 05")]
    [InlineData("070\u00A0174\u00A006\u00A005")]
    [InlineData("070/174 06 05")]
    [InlineData("070–1740605")]
    [InlineData("(070) 174 06 05")]
    [InlineData("+46 (0)70-174 06 05")]
    [InlineData("+46701740605")]
    [InlineData("+46 070 174 06 05")]
    [InlineData("0046701740605")]
    [InlineData("0046 (0)70 174 06 05")]
    [InlineData("46 70 174 06 05")]
    [InlineData("+0701740605")]
    [InlineData("701740605")]
    [InlineData("701740605,0")]
    [InlineData("7,01740605E+08")]
    [InlineData("7.01740605E+08")]
    [InlineData("4,6701740605E+10")]
    [InlineData("'0701740605")]
    [InlineData("=\"0701740605\"")]
    [InlineData("\u202A0701740605\u202C")]
    [InlineData("٠٧٠١٧٤٠٦٠٥")]
    public void TryParse_AnyWayOfWritingAMobile_IsTheSameNumber(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number, out var problem), problem);
        Assert.Equal("+46701740605", number.E164);
        Assert.True(number.IsSwedishMobile);
        Assert.True(number.CanReceiveSms);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("08-123 456 78", "+46812345678")]
    [InlineData("0345-123 45", "+4634512345")]
    [InlineData("34512345", "+4634512345")]
    [InlineData("0719-123 45 67 89", "+46719123456789")]
    [InlineData("074-123 45 67", "+46741234567")]
    [InlineData("075-123 45 67", "+46751234567")]
    [InlineData("077-123 45 67", "+46771234567")]
    [InlineData("0781-23 45 67", "+46781234567")]
    public void TryParse_FixedLineOrReservedPrefix_IsANumberThatCannotReceiveSms(string text, string e164)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number, out _));
        Assert.Equal(e164, number.E164);
        Assert.False(number.IsSwedishMobile);
        Assert.False(number.CanReceiveSms);
    }

    [Theory]
    [InlineData("+47 912 34 567", "+4791234567")]
    [InlineData("00358 40 1234567", "+358401234567")]
    [InlineData("+380 44 123 45 67", "+380441234567")]
    [InlineData("+48 123 456 789", "+48123456789")]
    public void TryParse_ForeignNumber_IsKeptWithItsCountry(string text, string e164)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number, out _));
        Assert.Equal(e164, number.E164);
        Assert.True(number.CanReceiveSms);
        Assert.False(number.IsSwedishMobile);
    }

    [Theory]
    [InlineData(null, ContactProblems.Blank)]
    [InlineData(" \u00A0", ContactProblems.Blank)]
    [InlineData("saknas", ContactProblems.NotUnderstood)]
    [InlineData("070-174 06 05 (mormor)", ContactProblems.NotUnderstood)]
    [InlineData("0701740605 ext. 3", ContactProblems.NotUnderstood)]
    [InlineData("---", ContactProblems.NotUnderstood)]
    [InlineData("07017406", ContactProblems.WrongLength)]
    [InlineData("07017406055", ContactProblems.WrongLength)]
    [InlineData("+46", ContactProblems.WrongLength)]
    [InlineData("+4712", ContactProblems.WrongLength)]
    [InlineData("+1234567890123456", ContactProblems.WrongLength)]
    [InlineData("7,01741E+08", ContactProblems.DigitsLost)]
    [InlineData("4,67E+10", ContactProblems.DigitsLost)]
    [InlineData("070-1740605 / 070-1740606", ContactProblems.Several)]
    [InlineData("0701740605, 0701740606", ContactProblems.Several)]
    public void TryParse_WhatIsNoNumber_SaysWhy(string? text, string problem)
    {
        Assert.False(PhoneNumber.TryParse(text, out var number, out var found));
        Assert.Equal(problem, found);
        Assert.Equal(default, number);
    }

    [Fact]
    public void Default_IsNoMobile() => Assert.False(default(PhoneNumber).IsSwedishMobile || default(PhoneNumber).CanReceiveSms);
}
