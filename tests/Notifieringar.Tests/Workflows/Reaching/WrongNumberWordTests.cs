using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Tests.Workflows.Reaching;

public sealed class WrongNumberWordTests
{
    [Theory]
    [InlineData("FEL NUMMER")]
    [InlineData("Fel nummer!")]
    [InlineData("Felnummer")]
    [InlineData("fel")]
    [InlineData("Fel nr, tack")]
    [InlineData("Wrong number")]
    public void IsSaid_TheWords_Say(string text) => Assert.True(WrongNumberWord.IsSaid(text));

    [Theory]
    [InlineData("")]
    [InlineData("Fel tid")]
    [InlineData("Fel nummer på porten i brevet")]
    [InlineData("Det är fel nummer")]
    [InlineData("Felix hälsar")]
    [InlineData("STOPP")]
    public void IsSaid_AnythingElse_IsForStaff(string text) => Assert.False(WrongNumberWord.IsSaid(text));
}
