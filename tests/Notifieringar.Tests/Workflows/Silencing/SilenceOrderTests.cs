using Notifieringar.Model;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Tests.Workflows.Silencing;

public sealed class SilenceOrderTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("deceased", SilenceKind.Deceased)]
    [InlineData("protected", SilenceKind.Protected)]
    [InlineData("opted-out", SilenceKind.OptedOut)]
    [InlineData("moved", SilenceKind.Moved)]
    [InlineData("custody-lost", SilenceKind.CustodyLost)]
    public void Read_EveryKind_IsKnown(string kind, SilenceKind expected) =>
        Assert.Equal(new SilenceOrder(new PersonId(Id), expected, null, "api"), SilenceOrder.Read($$"""{"person":"{{Id}}","kind":"{{kind}}"}""").Order);

    [Fact]
    public void Read_AChildsDeath_NamesTheChild() => Assert.Equal(
        new SilenceOrder(new PersonId(Id), SilenceKind.ChildDeceased, new ChildId(Id), "staff-7"),
        SilenceOrder.Read($$"""{"person":"{{Id}}","kind":"child-deceased","child":"{{Id}}","by":"staff-7"}""").Order);

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("null", "empty")]
    [InlineData("""{"kind":"moved"}""", "person must")]
    [InlineData("""{"person":"Maja","kind":"moved"}""", "person must")]
    [InlineData($$"""{"person":"{{Id}}","kind":"quiet"}""", "kind must")]
    [InlineData($$"""{"person":"{{Id}}","kind":"child-deceased"}""", "only then")]
    [InlineData($$"""{"person":"{{Id}}","kind":"moved","child":"{{Id}}"}""", "only then")]
    [InlineData($$"""{"person":"{{Id}}","kind":"child-deceased","child":"Tuva"}""", "child must")]
    [InlineData($$"""{"person":"{{Id}}","kind":"moved","by":"Maja Ek"}""", "by must")]
    public void Read_ABrokenOrder_SaysWhatToMend_AndRepeatsNothing(string json, string says)
    {
        var (order, problem) = SilenceOrder.Read(json);

        Assert.Null(order);
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Maja", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuva", problem, StringComparison.Ordinal);
    }
}
