using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class PersonalIdentityNumberTests
{
    // Invented numbers with a correct check digit; 701063-2391 is the Tax Agency's own example of a coordination number.
    [Theory]
    [InlineData("260801-1231")]
    [InlineData("2608011231")]
    [InlineData("20260801-1231")]
    [InlineData("202608011231")]
    [InlineData("20260801 1231")]
    [InlineData("260801+1231")]
    [InlineData("260801–1231")]
    [InlineData("Barn: 260801-1231.")]
    [InlineData("ring 070-1740605, nr 260801-1231")]
    [InlineData("701063-2391")]
    [InlineData("7010632391")]
    [InlineData("19701063-2391")]
    public void AppearsIn_ANumber_HoweverWritten(string text)
    {
        Assert.True(PersonalIdentityNumber.AppearsIn(text));
        Assert.True(PersonalIdentityNumber.AppearsIn(text, phoneExpected: true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("260801-1235")]
    [InlineData("261301-1234")]
    [InlineData("260832-1234")]
    [InlineData("260892-1231")]
    [InlineData("172608011231")]
    [InlineData("2026-08-01")]
    [InlineData("20260801")]
    [InlineData("998 10 Åsinge")]
    [InlineData("070-174 06 05")]
    [InlineData("+46701740605")]
    [InlineData("556036-0793")]
    [InlineData("12608011231")]
    [InlineData("260801-12311")]
    public void AppearsIn_SomethingElse_IsFalse(string? text) => Assert.False(PersonalIdentityNumber.AppearsIn(text));

    [Fact]
    public void AppearsIn_EveryTestPhoneNumberWhereAPhoneIsExpected_IsFalse()
    {
        for (var number = 701740605; number <= 701740699; number++)
        {
            Assert.False(PersonalIdentityNumber.AppearsIn($"0{number}", phoneExpected: true));
            Assert.False(PersonalIdentityNumber.AppearsIn($"+46{number}", phoneExpected: true));
            Assert.False(PersonalIdentityNumber.AppearsIn($"{number}"));
        }
    }

    [Fact]
    public void AppearsIn_ADateIn2007WrittenLikeAMobile_DependsOnWhatIsExpected()
    {
        Assert.True(PersonalIdentityNumber.AppearsIn("0701011231"));
        Assert.False(PersonalIdentityNumber.AppearsIn("0701011231", phoneExpected: true));
        Assert.True(PersonalIdentityNumber.AppearsIn("070101-1231", phoneExpected: true));
    }
}
