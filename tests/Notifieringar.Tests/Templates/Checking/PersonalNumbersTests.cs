namespace Notifieringar.Tests.Templates.Checking;

public sealed class PersonalNumbersTests
{
    // Invented numbers with a correct check digit, two of them coordination numbers; phone numbers that belong to nobody.
    [Theory]
    [InlineData("Barnet\n är 20260801-1231.", "personal-identity-number@2:5")]
    [InlineData("260801-1231", "personal-identity-number@1:1")]
    [InlineData("202608011231", "personal-identity-number@1:1")]
    [InlineData("{{ x = '260801−1231' }}", "personal-identity-number@1:9")]
    [InlineData("nr 260861-1238.", "personal-identity-number@1:4")]
    [InlineData("nr 20260891-1232", "personal-identity-number@1:4")]
    [InlineData("260801-1232", "")]
    [InlineData("{{ # 260801-1231 }}", "")]
    [InlineData("Ring 070-174 06 05 nu", "person-phone@1:6")]
    [InlineData("Ring\n{{ '+46 70 174 06 05' }}", "person-phone@2:5")]
    [InlineData("Ring 0701740605", "person-phone@1:6")]
    [InlineData("Ring 0345-180 00.", "written-phone@1:6")]
    [InlineData("Den 2025-03-04 kl. 10.00–11.30, 412 56 Göteborg, 1 000 kronor, ISBN 9789100123456", "")]
    [InlineData("Ring {{ sender.phone }}", "")]
    public void T113_Of_NumbersInTheText_FindsThePersonal(string source, string expected) => Assert.Equal(expected, Checks.Places(Checks.Of(source)));
}
