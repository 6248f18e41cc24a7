using Notifieringar.Records.Imports;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class EarlierImportsTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 1, 5, 0);

    [Fact]
    public void Of_TheFirstImport_HasNothingToBeHeldAgainst() =>
        Assert.Null(Of(
            Import("other", 0, 90, ImportState.Blocked),
            Import("another", 1, null), // stored before children were counted
            Import("later", -1, 90)));

    [Fact]
    public void Of_TheLastMonth_IsItsLongestList_SoThatAListCannotShrinkBitByBit() =>
        Assert.Equal((100, "b"), Measure(Import("old", 40, 400), Import("a", 20, 100), Import("b", 10, 70)));

    [Fact]
    public void Of_NoneInAMonth_IsTheLastOne() => Assert.Equal((70, "b"), Measure(Import("a", 90, 100), Import("b", 60, 70)));

    [Fact]
    public void Of_AConfirmedList_IsTheNewMeasure() =>
        Assert.Equal((50, "c"), Measure(Import("a", 20, 100), Import("b", 10, 40, isConfirmed: true), Import("c", 5, 50)));

    [Fact]
    public void Of_AFewFamiliesThatStaffHaveConfirmed_AreSomethingExtraAndNoMeasure() =>
        Assert.Equal((100, "a"), Measure(Import("a", 20, 100), Import("b", 10, 3, isConfirmed: true)));

    private static (int Children, string Last) Measure(params KeptImport[] imports)
    {
        var earlier = Of(imports);
        return (earlier!.Children, earlier.Last.Import);
    }

    private static EarlierImports? Of(params KeptImport[] imports) => EarlierImports.Of(imports, Import("now", 0, null, ImportState.Received));

    private static KeptImport Import(string id, int daysAgo, int? children, ImportState state = ImportState.Done, bool isConfirmed = false) =>
        new(new ImportReference("provby", id), state, Now - Duration.FromDays(daysAgo), children, isConfirmed, "1");
}
