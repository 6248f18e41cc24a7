using System.Text.RegularExpressions;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Tests.LocalHost.Sandbox;

public sealed partial class OutcomeTableTests
{
    private readonly OutcomeTable _outcomes = new();

    [Theory]
    [InlineData("+46701740605", Outcome.Delivered)]
    [InlineData("+46701740653", Outcome.Refused)]
    [InlineData("+46701740695", Outcome.OptedOut)]
    [InlineData("anna@example.se", Outcome.Delivered)]
    [InlineData("bounce@example.se", Outcome.Bounced)]
    [InlineData("Bounce+17@post.example.se", Outcome.Bounced)]
    [InlineData("bounce@notexample.se", Outcome.Delivered)]
    [InlineData("bounces@example.se", Outcome.Delivered)]
    public void Of_AReceiver_IsToldByItsAddress(string receiver, object outcome) => Assert.Equal(outcome, _outcomes.Of(receiver));

    [Fact]
    public void Set_AReceiver_GoesBeforeItsAddress()
    {
        _outcomes.Set("bounce@example.se", Outcome.Delivered);
        _outcomes.Set("anna@example.se", Outcome.Silent);

        Assert.Equal([Outcome.Delivered, Outcome.Silent], new[] { "bounce@example.se", "ANNA@example.se" }.Select(_outcomes.Of));
        _outcomes.Clear();
        Assert.Equal(Outcome.Bounced, _outcomes.Of("bounce@example.se"));
    }

    [Fact]
    public void Numbers_TheDemoFamilies_UseNone()
    {
        var digits = NotADigit().Replace(File.ReadAllText(Path.Combine(LocalFolders.RepositoryRoot, "demo", "families.csv")), "");

        Assert.Contains("701740614", digits, StringComparison.Ordinal);
        Assert.All(TestReceivers.Numbers.Keys, number => Assert.DoesNotContain(number[3..], digits, StringComparison.Ordinal));
    }

    [GeneratedRegex("[^0-9;]")]
    private static partial Regex NotADigit();
}
