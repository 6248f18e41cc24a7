using Notifieringar.Model;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Tests.Templates.Checking;

public sealed class UnknownNamesTests
{
    [Theory]
    [InlineData("Hej\n  {{ visit.tyme }}", "unknown-name@2:6")]
    [InlineData("{{ besok.tid }}", "unknown-name@1:4")]
    [InlineData("{{ x = 1; x; y }}", "unknown-name@1:14")]
    [InlineData("{{ sender.name | string.upcas }}", "unknown-function@1:18")]
    [InlineData("{{ sender.name | html.escape }}", "unknown-name@1:18")]
    [InlineData("{{ date.now }}", "unknown-name@1:4")]
    [InlineData("{{ sender.name | string.upcase | raw }}{{ for n in [1]; for.index; n; end }}{{ visit.date.size }}", "")]
    [InlineData("{{ func f(a); a; end; f 1; g = do(b); b; end; g 1 }}", "")]
    public void T112_Of_NamesAndFunctions_FindsThoseThatDoNotExist(string source, string expected) => Assert.Equal(expected, Checks.Places(Checks.Of(source)));

    [Theory]
    [InlineData("{{ visit.tyme }}", "Menade du ”visit.time”?")]
    [InlineData("{{ guardian.nam }}", "Menade du ”guardian.name”?")]
    [InlineData("{{ sender.name | string.upcas }}", "Menade du ”string.upcase”?")]
    public void Of_MisspeltName_SaysWhatWasMeant(string source, string remedy) => Assert.Equal(remedy, Assert.Single(Checks.Of(source)).Remedy);

    [Theory]
    [InlineData("<p>\n{{ if visit.date }}", "parse-error@2:18")]
    [InlineData("åäö {{ 1 + }}", "parse-error@1:12")]
    [InlineData("{{ 'öppet }}\n", "parse-error@1:13")]
    public void Of_BrokenCode_NamesThePlace(string source, string expected)
    {
        var findings = Checks.Of(source);

        Assert.Contains(expected, Checks.Places(findings), StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.Equal(FindingWeight.Error, finding.Weight));
    }

    [Fact]
    public void Of_MissingEndAndOpenQuote_EachHasItsOwnRemedy()
    {
        Assert.Contains(Checks.Of("{{ if visit.date }}Hej"), finding => finding.Remedy.Contains("{{ end }}", StringComparison.Ordinal));
        Assert.Contains(Checks.Of("{{ 'öppet }}"), finding => finding.Remedy.Contains("citattecknet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>Hej</p>", "no-subject@1:1")]
    [InlineData("{{ capture subject }}Hej{{ end }}<p>Hej</p>", "")]
    public void Of_Email_NeedsASubject(string source, string expected) => Assert.Equal(expected, Checks.Places(Checks.Of(source, Channel.Email)));
}
