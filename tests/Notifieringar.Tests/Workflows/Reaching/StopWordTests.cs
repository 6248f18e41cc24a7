using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Tests.Workflows.Reaching;

public sealed class StopWordTests
{
    [Theory]
    [InlineData("STOPP", true)]
    [InlineData("  stopp!\n", true)]
    [InlineData("Stop", true)]
    [InlineData("\"AVSLUTA\".", true)]
    [InlineData("STOPP tack", true)]
    [InlineData("stopp, inga fler", true)]
    [InlineData("Stopp inte än en gång", false)] // four words may say anything
    [InlineData("Kan ni stoppa?", false)]
    [InlineData("Stopptid?", false)]
    [InlineData("Vi vill inte, stopp", false)]
    [InlineData("JA tack men inte onsdag", false)]
    [InlineData("", false)]
    [InlineData("…", false)]
    public void IsAsked_AMessage_IsOnlyTakenForItWhenItBeginsWithTheWordAndIsShort(string text, bool expected) =>
        Assert.Equal(expected, StopWord.IsAsked(text));
}
