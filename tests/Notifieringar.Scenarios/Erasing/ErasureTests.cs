using System.Net;
using Notifieringar.Model;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>A family has its data erased (GDPR, article 17; domain.md T87).</summary>
public sealed class ErasureTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime LettersClaimed = new(2025, 2, 3, 9, 0);
    private static readonly LocalDateTime RunCloses = new(2025, 2, 3, 14, 0);

    [Fact]
    public async Task T87_AFamilyThatErasesItsData_HasItsVisitCalledOff_AndStaffSeeOnlyThatTheTimeIsFree()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 1);
        using var staff = new AStaffMember(library);
        using var erasing = new AnErasure(library);
        using var reader = new AReader(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Signe", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(1) });
        await library.GoToAsync(LettersClaimed); // the letter waits for its run, reminder and thanks wait in Work
        var (leaving, staying) = (await library.HouseholdOfAsync("Signe"), await library.HouseholdOfAsync("Livia"));
        var (code, time) = (reader.CodeOf(leaving), Assert.Single(leaving.Invitations).Starts);
        var others = reader.CodeOf(staying);
        Assert.DoesNotContain(Slot(time), await reader.TimesAsync(others));
        await reader.AnswerAsync($"s/{code}", "yes");

        var erasure = await erasing.ShownAsync(await erasing.EraseAsync(leaving));

        Assert.NotNull(erasure.DoneAt);
        Assert.Equal((4, 1), (erasure.Stopped!.Sms + erasure.Stopped.Letters, erasure.Stopped.SlotsFreed));
        Assert.Equal("Livia", Assert.Single(await library.PeopleAsync()).Person.GivenName);
        Assert.Equal(Assert.Single(staying.Invitations).Occasion, Assert.Single(await library.OccasionsAsync()).Id);
        Assert.Single(await staff.SlotsAsync());
        Assert.Contains(Slot(time), await reader.TimesAsync(others)); // somebody else's to choose
        Assert.Empty(await library.CallListAsync());
        Assert.Empty(await staff.WorkOfAsync(leaving));
        using var page = await reader.LookAsync($"s/{code}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);

        await library.GoToAsync(RunCloses);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));
        Assert.Equal(staying.Person.Id.Value, Assert.Single(Assert.Single(await library.PilesAsync()).Pages).Person);
        Assert.DoesNotContain(library.Sms, sms => sms.To.EndsWith("1740605", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALetterInAPile_IsPulledAndItsPartPosted_BeforeItsPdfIsRemovedWhole()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        using var erasing = new AnErasure(library);
        await library.ImportAsync(new AFamily { GivenName = "Signe", PostalCode = "99830" }, new AFamily { GivenName = "Livia", PostalCode = "99820" });
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        var leaving = await library.HouseholdOfAsync("Signe");
        var page = Assert.Single(Assert.Single(await library.PilesAsync()).Pages, page => page.Person == leaving.Person.Id.Value).FirstPage;

        var address = await erasing.EraseAsync(leaving);

        Assert.Single(await library.PeopleAsync()); // all but the letter is gone at once
        var waiting = await erasing.ShownAsync(address);
        Assert.Null(waiting.DoneAt);
        Assert.Equal([page], Assert.Single(waiting.ToPost).ToPull);
        using (var early = await erasing.DeleteAsync(address))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        }

        var part = Assert.Single(await staff.PartsAsync());
        using (var refused = await staff.SayAsync(part, "posted"))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        await staff.SaysAsync(part, "pulled", page);
        await erasing.SweepAsync();
        Assert.Null((await erasing.ShownAsync(address)).DoneAt); // the other family's letter is still to be posted
        await staff.SaysAsync(part, "posted");
        await erasing.SweepAsync();

        Assert.NotNull((await erasing.ShownAsync(address)).DoneAt);
        var stored = await EverythingStored.ReadAsync(library);
        Assert.DoesNotContain(stored, one => one.Place.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Empty(EverythingStored.Find(stored, [leaving.Person.Id.Value]));
        await staff.SaysAsync(part, "returned", 1); // the page list still tells whose letter comes back
        Assert.Contains((await library.HouseholdOfAsync("Livia")).Notices, notice => notice.State == NoticeState.Returned);
    }

    [Fact]
    public async Task AChildsOtherHome_Stays_IsToldNothing_AndStaffCallItAboutTheVisit()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var erasing = new AnErasure(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Signe", ChildReference = "B87" },
            new AFamily { GivenName = "Annan", ChildReference = "B87", LivesHere = false, Phone = AFamily.PhoneNumber(1) });
        var leaving = await library.HouseholdOfAsync("Signe");

        Assert.NotNull((await erasing.ShownAsync(await erasing.EraseAsync(leaving))).DoneAt);

        var other = Assert.Single(await library.PeopleAsync());
        Assert.Equal(("Annan", Silences.None, 0), (other.Person.GivenName, other.Person.Silences, other.Links.Length));
        Assert.Equal("Tuva", Assert.Single(other.Children).FirstName);
        Assert.True(Assert.Single(other.Invitations).Cancelled);
        var task = Assert.Single(await library.CallListAsync());
        Assert.Equal((other.Person.Id, SkipReason.VisitCancelled), (task.Person, task.Reason));
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), [leaving.Person.Id.Value]));
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));
        Assert.Empty(await library.PilesAsync());
        Assert.Empty(library.Sms);
    }

    [Fact]
    public async Task AnErasedFamily_ComesBackWithNoImport_UntilStaffLiftIt_AndWantsNoContactStill()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var erasing = new AnErasure(library);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        var leaving = new AFamily { Household = "H-87", GivenName = "Signe", Phone = AFamily.PhoneNumber(0), OptedOut = true };
        var staying = new AFamily { GivenName = "Livia" };
        await library.ImportAsync(leaving, staying);
        var address = await erasing.EraseAsync(await library.HouseholdOfAsync("Signe"));
        leaving = leaving with { OptedOut = false };

        var list = await library.SendListAsync(leaving, staying);
        await library.DrainAsync();
        var report = await library.ReportAsync(list);
        var posted = await system.PostAsync("people", """{ "people": [{ "reference": "H-87", "kind": "household", "familyName": "Provström" }] }""");

        Assert.Equal((2, 1, 1, 1), (report.Rows, report.Imported, report.Rejected, report.Households));
        var finding = Assert.Single(report.Findings, finding => finding.Code == "household-erased");
        var erasure = await erasing.ShownAsync(address);
        Assert.Equal(2, finding.Line);
        Assert.Contains(erasure.Erasure, finding.Message, StringComparison.Ordinal);
        Assert.Equal((400, true), (posted.Status, posted.Body.Contains(erasure.Erasure, StringComparison.Ordinal)));
        Assert.False(erasure.MayComeBack);
        Assert.Equal("Livia", Assert.Single(await library.PeopleAsync()).Person.GivenName);

        using (var lifted = await erasing.DeleteAsync(address))
        {
            Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        }

        await library.ImportAsync(leaving, staying);
        var back = await library.HouseholdOfAsync("Signe");
        Assert.Equal(Silences.OptedOut, back.Person.Silences);
        Assert.Empty(back.Invitations);

        // And once more: what was done is not in the way.
        Assert.NotNull((await erasing.ShownAsync(await erasing.EraseAsync(back))).DoneAt);
        Assert.Single(await library.PeopleAsync());
    }

    private static string Slot(LocalDateTime time) => time.ToString("yyyyMMdd'T'HHmm", System.Globalization.CultureInfo.InvariantCulture);
}
