using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Tests.Workflows.Silencing;

public sealed class HouseholdCircleTests
{
    [Fact]
    public void Marked_ASecondReason_IsAddedToTheFirst()
    {
        var write = HouseholdCircle.Marked(Some.Household() with { Person = Some.Guardian() with { Silences = Silences.Moved } }, Silence(SilenceKind.OptedOut));

        Assert.Equal(Silences.Moved | Silences.OptedOut, write!.Person.Silences);
    }

    [Fact]
    public void Marked_AlreadySo_WritesNothing() => Assert.Null(HouseholdCircle.Marked(
        Some.Household() with { Person = Some.Guardian() with { Silences = Silences.OptedOut } }, Silence(SilenceKind.OptedOut)));

    [Fact]
    public void Marked_AChildsDeath_StandsWithThatChildOnly()
    {
        var (alma, nils) = (Some.Child(), Some.Child("Nils"));

        var write = HouseholdCircle.Marked(Some.Household(alma, nils), Silence(SilenceKind.ChildDeceased, nils.Id));

        Assert.Equal(Silences.None, write!.Person.Silences);
        Assert.Equal([false, true], write.Children.Select(child => child.Deceased));
    }

    private static Silence Silence(SilenceKind kind, ChildId? child = null) => new(Some.Unit, "1", kind, Some.Guardian().Id, child, "test", Some.PlannedAt);
}
