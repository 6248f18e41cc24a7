using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Those who must not be told (domain.md T20, T24, T27, T28).</summary>
public sealed class NeverSendTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task T20_ADeceasedChild_IsNeverWrittenTo_AlsoWhenTheLetterIsAlreadyWaitingForItsRun()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        var grieving = new AFamily { GivenName = "Sorg" };
        var other = new AFamily { GivenName = "Livia" };
        await library.ImportAsync(grieving, other, new AFamily { GivenName = "Tidig", Deceased = true });

        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0)); // both letters are claimed and wait for the run at 14
        await library.ImportAsync(grieving with { Deceased = true }, other);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        var letter = Assert.Single(Assert.Single(await library.PilesAsync()).Pages);
        Assert.Equal((await library.HouseholdOfAsync("Livia")).Person.Id.Value, letter.Person);
        var stopped = (await library.HouseholdOfAsync("Sorg")).Notices;
        Assert.Equal(["call", "invitation", "nudge", "reminder", "thank-you"], stopped.Select(notice => notice.Key.Step).Order(StringComparer.Ordinal));
        Assert.All(stopped, notice => Assert.Equal((NoticeState.Skipped, SkipReason.Deceased), (notice.State, notice.SkipReason)));
        Assert.Empty((await library.HouseholdOfAsync("Tidig")).Invitations);

        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0)); // and nothing of what was planned for later either
        Assert.DoesNotContain((await library.HouseholdOfAsync("Sorg")).Notices, notice => notice.State != NoticeState.Skipped);
        Assert.Empty(library.Sms);
    }

    [Fact]
    public async Task T24_DataOlderThanSevenDays_IsNotSentOn_UntilTheNextImport()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        var family = new AFamily { Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(family);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        var visit = Assert.Single(await library.OccasionsAsync()).Starts;
        var reminder = visit.PlusHours(-47);

        await library.GoToAsync(reminder);
        Assert.Empty(library.Sms);

        await library.ImportAsync(family);
        await library.GoToAsync(visit.Date.PlusDays(-1).At(new LocalTime(9, 30)));
        Assert.Single(library.Sms);
    }

    [Fact]
    public async Task T27_AProtectedHousehold_AndTheChildsOtherHome_AreMetByHand()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        var mother = new AFamily { GivenName = "Skydda", Protected = true, ChildReference = "B1", Phone = AFamily.PhoneNumber(0) };
        var father = new AFamily { GivenName = "Annan", ChildReference = "B1", LivesHere = false, Phone = AFamily.PhoneNumber(1) };
        await library.ImportAsync(mother, father, new AFamily { GivenName = "Livia" });

        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));

        Assert.Single(await library.OccasionsAsync());
        Assert.Single(Assert.Single(await library.PilesAsync()).Pages);
        Assert.Empty((await library.HouseholdOfAsync("Skydda")).Notices);
        Assert.Empty((await library.HouseholdOfAsync("Annan")).Notices);
        Assert.True((await library.HouseholdOfAsync("Annan")).Person.Silences.HasFlag(Silences.Protected));
        Assert.DoesNotContain("Skydda", await File.ReadAllTextAsync(library.FunctionLog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task T28_TheTaxAgencysForwardingAddress_MeansProtected_WithoutAFlag()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        await library.ImportAsync(new AFamily { GivenName = "Skydda", Street = "BOX 2820", PostalCode = "403 20", Town = "Göteborg" });

        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        Assert.Empty(await library.OccasionsAsync());
        Assert.Empty(await library.PilesAsync());
        Assert.True((await library.HouseholdOfAsync("Skydda")).Person.Silences.HasFlag(Silences.Protected));
    }
}
