using System.Net;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Silence: nothing more is said, whatever is queued, printed or booked (domain.md T20–T30, T83, T87).</summary>
public sealed class SilenceTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime LettersClaimed = new(2025, 2, 3, 9, 0);
    private static readonly LocalDateTime RunCloses = new(2025, 2, 3, 14, 0);

    [Fact]
    public async Task T20_AChildsDeath_StopsWhatIsQueued_FreesTheVisit_AndIsReceiptedInNumbers()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Livia" });
        await library.GoToAsync(LettersClaimed); // the letter waits for its run, reminder and thanks wait in Work
        var grieving = await library.HouseholdOfAsync("Sorg");
        Assert.NotEmpty(await staff.WorkOfAsync(grieving));
        Assert.Equal(2, (await staff.SlotsAsync()).Count);

        var receipt = await staff.SilenceAsync(grieving, "child-deceased", grieving.Children[0].Id);

        Assert.Equal((1, 3, 0, 1, 1), (receipt.Households, receipt.Sms, receipt.Emails, receipt.Letters, receipt.SlotsFreed));
        Assert.Empty(receipt.Pull);
        Assert.Empty(await staff.WorkOfAsync(grieving)); // ledger and Work are settled at once, not when each was due
        var silenced = await library.HouseholdOfAsync("Sorg");
        Assert.All(silenced.Notices, notice => Assert.Equal((NoticeState.Skipped, SkipReason.Deceased), (notice.State, notice.SkipReason)));
        Assert.Single(await staff.SlotsAsync());
        Assert.Single(await library.OccasionsAsync(), occasion => occasion.CancelledBy == receipt.Silence);

        await library.GoToAsync(RunCloses);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));
        Assert.DoesNotContain(await library.PilesAsync(), pile => pile.Pages.Any(page => page.Person == grieving.Person.Id.Value));
        Assert.Empty(library.Sms);
        Assert.Empty(library.Emails);
    }

    [Fact]
    public async Task T20_APrintedLetter_IsPulledByItsPage_BeforeItsPartCanBePosted()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Först", PostalCode = "99810" },
            new AFamily { GivenName = "Sorg", PostalCode = "99820" },
            new AFamily { GivenName = "Sist", PostalCode = "99830" });
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        var grieving = await library.HouseholdOfAsync("Sorg");
        var printed = Assert.Single(Assert.Single(await library.PilesAsync()).Pages, page => page.Person == grieving.Person.Id.Value);

        var receipt = await staff.SilenceAsync(grieving, "child-deceased", grieving.Children[0].Id);

        var pull = Assert.Single(receipt.Pull);
        Assert.Equal(("2025-02-03", 1, printed.FirstPage, printed.Pages), (pull.Run, pull.Part, pull.FirstPage, pull.Pages));
        var part = Assert.Single(await staff.PartsAsync());
        Assert.Equal([printed.FirstPage], part.ToPull);
        using (var refused = await staff.SayAsync(part, "posted"))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains($"\"pull\":[{printed.FirstPage}]", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await staff.SaysAsync(part, "pulled", printed.FirstPage);
        await staff.SaysAsync(part, "posted");

        Assert.Equal(NoticeState.Pulled, Letter(await library.HouseholdOfAsync("Sorg")).State);
        Assert.Equal(NoticeState.Posted, Letter(await library.HouseholdOfAsync("Först")).State);
        Assert.Equal(NoticeState.Posted, Letter(await library.HouseholdOfAsync("Sist")).State);
        Assert.Equal("posted", Assert.Single(await staff.PartsAsync()).State);
    }

    [Fact]
    public async Task T20_ADeathThatArrivesWhileTheSendJobRuns_StopsThoseNotYetClaimed_AndNothingLeavesLater()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 30);
        using var staff = new AStaffMember(library);
        AFamily[] families = [.. Enumerable.Range(0, 30).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + (index % 26))}{(char)('a' + (index / 26))}", Phone = AFamily.PhoneNumber(index) })];
        await library.ImportAsync(families);
        library.Machine.SetClock(Stockholm.MomentOf((await library.OccasionsAsync())[0].Starts.PlusDays(-1)));
        await library.ImportAsync(families);
        library.Machine.Sandbox.Faults.Add(new Fault(SandboxChannel.Sms, FaultKind.Slow, Calls: 30) { Milliseconds = 100 });
        var households = await library.PeopleAsync();

        await library.FireAsync("SendDueNotices");
        var orders = new List<Uri>();
        foreach (var household in households.Take(5))
        {
            orders.Add(await staff.OrderSilenceAsync(household, "child-deceased", household.Children[0].Id));
        }

        await library.DrainAsync();
        await library.FireAsync("SweepSilences");
        await library.DrainAsync();
        var sent = library.Sms.Count;
        await library.GoToAsync(new LocalDateTime(2025, 4, 30, 12, 0));

        var dead = (await library.PeopleAsync()).Where(person => households.Take(5).Any(one => one.Person.Id == person.Person.Id)).ToList();
        Assert.All(dead, person => Assert.DoesNotContain(person.Notices, notice => notice.State is NoticeState.Claimed or NoticeState.Released));
        Assert.All(dead, person => Assert.DoesNotContain(person.Notices, notice => notice.Key.Step == "thank-you" && notice.State != NoticeState.Skipped));
        Assert.InRange(sent, 25, 30);
        foreach (var order in orders)
        {
            Assert.NotNull((await staff.ReceiptAsync(order)).DoneAt);
        }
    }

    [Fact]
    public async Task T20_ADeathInAnImportFile_FreesTheVisit_AndHasThePrintedLetterPulled()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Sorg", ChildReference = "B9" };
        var other = new AFamily { GivenName = "Annan", ChildReference = "B9", LivesHere = false };
        await library.ImportAsync(family, other);
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);

        await library.ImportAsync(family with { Deceased = true }); // the file does not name the other home

        var part = Assert.Single(await staff.PartsAsync());
        Assert.Equal(2, part.ToPull.Length);
        Assert.Empty(await staff.SlotsAsync());
        Assert.Empty(await staff.WorkOfAsync(await library.HouseholdOfAsync("Annan")));
        Assert.All((await library.HouseholdOfAsync("Annan")).Children, child => Assert.True(child.Deceased));
    }

    [Fact]
    public async Task ASilenceWhoseWorkerDied_IsTakenUpAgain_AndCountsTheSame()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg", Phone = AFamily.PhoneNumber(0) });
        await library.GoToAsync(LettersClaimed);
        var grieving = await library.HouseholdOfAsync("Sorg");
        var restarts = library.Machine.FunctionsProcess.Restarts;

        var order = await staff.OrderSilenceAsync(grieving, "opted-out");
        library.Machine.FunctionsProcess.Kill();
        await library.Machine.FunctionsProcess.WaitForRestartAsync(restarts, CancellationToken.None);
        library.Machine.SetClock(Stockholm.MomentOf(LettersClaimed.PlusDays(2))); // found however old
        await library.FireAsync("SweepSilences");
        await library.DrainAsync();

        var receipt = await staff.ReceiptAsync(order);
        Assert.NotNull(receipt.DoneAt);
        Assert.Equal((3, 1, 1), (receipt.Sms, receipt.Letters, receipt.SlotsFreed));
        Assert.Empty(await staff.WorkOfAsync(grieving));
    }

    [Fact]
    public async Task T21_ADeadParent_SilencesTheHousehold_AndIsATaskForStaff()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg", Phone = AFamily.PhoneNumber(0) });
        await library.GoToAsync(LettersClaimed);

        await staff.SilenceAsync(await library.HouseholdOfAsync("Sorg"), "deceased");

        var listed = Assert.Single(await library.CallListAsync());
        Assert.Equal(SkipReason.Deceased, listed.Reason);
        await library.GoToAsync(RunCloses);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));
        Assert.Empty(await library.PilesAsync());
        Assert.Empty(library.Sms);
    }

    [Fact]
    public async Task T25_OneTwinDied_TheOthersVisitStays_AndTheTextSpeaksOfOneChild()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var twin = new AFamily { GivenName = "Tvilling", Phone = AFamily.PhoneNumber(0), Child = "Tuva" };
        await library.ImportAsync(twin, twin with { Child = "Nils" });
        var household = await library.HouseholdOfAsync("Tvilling");

        var receipt = await staff.SilenceAsync(household, "child-deceased", household.Children.Single(child => child.FirstName == "Nils").Id);

        Assert.Equal((0, 0, 0), (receipt.Sms, receipt.Letters, receipt.SlotsFreed));
        var visit = Assert.Single(await library.OccasionsAsync());
        Assert.Null(visit.CancelledBy);
        Assert.Single(await staff.SlotsAsync());
        await library.ImportAsync(twin); // the file no longer names the dead child
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.PlusDays(-1)));
        await library.ImportAsync(twin);
        await library.GoToAsync(visit.Starts.PlusDays(-1));
        var text = Assert.Single(library.Sms).Text;
        Assert.DoesNotContain("Nils", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tvilling", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("barnen", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task T22_ANameGivenAgainToALaterChild_IsAnotherChild_AndTheFirstIsNeverSpokenOf()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        var first = new AFamily { GivenName = "Sorg", Child = "Tuva", ChildReference = "", Deceased = true };
        await library.ImportAsync(first);
        Assert.Empty(await library.OccasionsAsync());

        await library.ImportAsync(first, first with { Born = new LocalDate(2024, 9, 3), Deceased = false });

        var household = await library.HouseholdOfAsync("Sorg");
        Assert.Equal([true, false], household.Children.OrderBy(child => child.BirthDate).Select(child => child.Deceased));
        var invitation = Assert.Single(household.Invitations);
        Assert.Equal(household.Children.Single(child => !child.Deceased).Id, Assert.Single(invitation.Children));
    }

    [Theory] // T23: a death that is taken back; T29: a flag that has gone; T30: an opt-out that the next file does not know of
    [InlineData("child-deceased")]
    [InlineData("protected")]
    [InlineData("opted-out")]
    [InlineData("moved")]
    public async Task T23_T29_T30_WhatALaterFileNoLongerSays_StaysSilenced(string kind)
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Tyst", Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(family);
        var household = await library.HouseholdOfAsync("Tyst");
        await staff.SilenceAsync(household, kind, kind == "child-deceased" ? household.Children[0].Id : null);

        await library.ImportAsync(family);
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));

        Assert.Empty(await library.PilesAsync());
        Assert.Empty(library.Sms);
        Assert.Empty(await staff.SlotsAsync());
        Assert.All((await library.HouseholdOfAsync("Tyst")).Notices, notice => Assert.Equal(NoticeState.Skipped, notice.State));
    }

    [Fact]
    public async Task T83_AGuardianWhoLosesCustody_IsSilenced_TheCodesOpenNothing_AndTheOtherHomeGoesOn()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        using var reader = new AReader(library);
        var home = new AFamily { GivenName = "Hemma", ChildReference = "B8", Phone = AFamily.PhoneNumber(0) };
        var former = new AFamily { GivenName = "Förre", ChildReference = "B8", LivesHere = false, Phone = AFamily.PhoneNumber(1) };
        await library.ImportAsync(home, former);
        var lost = await library.HouseholdOfAsync("Förre");
        var codes = (Lost: reader.CodeOf(lost), Kept: reader.CodeOf(await library.HouseholdOfAsync("Hemma")));

        var receipt = await staff.SilenceAsync(lost, "custody-lost");

        Assert.Equal((1, 0), (receipt.Households, receipt.SlotsFreed));
        Assert.DoesNotContain("Provby bibliotek kommer", await (await reader.LookAsync($"s/{codes.Lost}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await reader.AnswerAsync($"s/{codes.Lost}", "no");
        await reader.AnswerAsync($"s/{codes.Kept}", "yes");
        Assert.Equal(Answer.None, Assert.Single((await library.HouseholdOfAsync("Förre")).Invitations).Answer);
        Assert.Equal(Answer.Yes, Assert.Single((await library.HouseholdOfAsync("Hemma")).Invitations).Answer);
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        var page = Assert.Single(Assert.Single(await library.PilesAsync()).Pages);
        Assert.Equal((await library.HouseholdOfAsync("Hemma")).Person.Id.Value, page.Person);
        Assert.All((await library.HouseholdOfAsync("Förre")).Notices, notice => Assert.Equal(SkipReason.CustodyLost, notice.SkipReason));
    }

    [Fact]
    public async Task T83_CustodyLostAtTheHomeThatWasToBeVisited_CallsTheVisitOff_AndStaffCallTheOther()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Förre", ChildReference = "B7" }, new AFamily { GivenName = "Annan", ChildReference = "B7", LivesHere = false });

        var receipt = await staff.SilenceAsync(await library.HouseholdOfAsync("Förre"), "custody-lost");

        Assert.Equal((1, 1), (receipt.Households, receipt.SlotsFreed));
        var other = await library.HouseholdOfAsync("Annan");
        Assert.Equal(Silences.None, other.Person.Silences);
        Assert.All(other.Notices, notice => Assert.Equal((NoticeState.Skipped, SkipReason.VisitCancelled), (notice.State, notice.SkipReason)));
        var task = Assert.Single(await library.CallListAsync());
        Assert.Equal((other.Person.Id, SkipReason.VisitCancelled), (task.Person, task.Reason));
    }

    [Fact]
    public async Task ASecondSilence_AddsToTheFirst()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Tyst" });
        await staff.SilenceAsync(await library.HouseholdOfAsync("Tyst"), "moved");

        var receipt = await staff.SilenceAsync(await library.HouseholdOfAsync("Tyst"), "protected");

        Assert.Equal((1, 0, 0), (receipt.Households, receipt.Letters, receipt.SlotsFreed));
        Assert.Equal(Silences.Moved | Silences.Protected, (await library.HouseholdOfAsync("Tyst")).Person.Silences);
    }

    [Fact]
    public async Task AnOrderThatCannotBeRead_IsRefusedWithWhatToMend()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var nobody = new string('0', 32);

        using var kind = await staff.PostSilenceAsync(new { person = nobody, kind = "tyst" });
        using var child = await staff.PostSilenceAsync(new { person = nobody, kind = "child-deceased" });
        using var unknown = await staff.PostSilenceAsync(new { person = nobody, kind = "moved" });

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound], new[] { kind.StatusCode, child.StatusCode, unknown.StatusCode });
        Assert.Contains("kind must be one of", await kind.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Notice Letter(Recipient household) => Assert.Single(household.Notices, notice => notice.Channel == Channel.Letter);
}
