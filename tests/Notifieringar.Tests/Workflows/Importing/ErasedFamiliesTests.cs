using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class ErasedFamiliesTests
{
    private static readonly PersonId Erased = new("ffffffffffffffffffffffffffffffff");

    [Fact]
    public void Without_AnErasedHome_LeavesItOut_AndTheChildsOtherHomeUnlinked()
    {
        var home = new ImportedHousehold(Some.Guardian(), [Some.Child()], [Erased]);
        var erased = new ImportedHousehold(Some.Guardian() with { Id = Erased }, [Some.Child()], [Some.Guardian().Id]);

        var kept = ErasedFamilies.Without([home, erased], new Dictionary<PersonId, string> { [Erased] = "e1" });

        Assert.Equal(home.Person, Assert.Single(kept).Person);
        Assert.Empty(kept[0].Links);
        Assert.Equal(home.Children, kept[0].Children);
    }

    [Fact]
    public void Without_NobodyErased_IsTheSame()
    {
        ImmutableArray<ImportedHousehold> households = [new(Some.Guardian(), [Some.Child()], [Erased])];

        Assert.Equal(households, ErasedFamilies.Without(households, ImmutableDictionary<PersonId, string>.Empty));
    }

    [Fact]
    public void Finding_NamesTheErasureToLift_AndTheLine()
    {
        var finding = ErasedFamilies.Finding(7, "0123456789abcdef");

        Assert.Equal((7, FindingCode.HouseholdErased), (finding.Line, finding.Code));
        Assert.Contains("häv radering 0123456789abcdef", finding.Message, StringComparison.Ordinal);
    }
}
