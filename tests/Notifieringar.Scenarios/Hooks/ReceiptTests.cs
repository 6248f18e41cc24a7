using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>Receipts, posted to the real function process.</summary>
public sealed partial class ReceiptTests
{
    [Fact]
    public async Task AReceipt_SaysThatTheMessageArrived_HoweverOftenAndInWhateverOrderItComes()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        await AReminder.SentAsync(library, new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) });
        var (notice, state) = await AReminder.OfAsync(library, "Malva", Channel.Sms);
        Assert.Equal(NoticeState.Accepted, state);
        var (failed, arrived) = (AProvider.Report(notice, "Failed", "5001: try later", second: 1), AProvider.Report(notice, "Delivered", "No error.", second: 2));

        await provider.ReportAsync(arrived, failed, arrived);
        Assert.Equal(NoticeState.Delivered, (await AReminder.OfAsync(library, "Malva", Channel.Sms)).State);
        var before = (await library.HouseholdOfAsync("Malva")).Version;

        await provider.ReportAsync(failed);
        await provider.ReportAsync(failed, arrived);
        await AReminder.SendAsync(library);

        Assert.Equal(NoticeState.Delivered, (await AReminder.OfAsync(library, "Malva", Channel.Sms)).State);
        Assert.Equal(before, (await library.HouseholdOfAsync("Malva")).Version);
        Assert.DoesNotContain(await library.CallListAsync(), listed => listed.Reason == SkipReason.Bounced);
        Assert.Single(library.Sms);
    }

    [Fact]
    public async Task T85_AnSmsThatCanNeverArrive_IsFollowedByOneEmail_AndThatByStaff_NeverByTwoAtOnce()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        var family = new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0), Email = "malva@example.se", Street = "" };
        await AReminder.SentAsync(library, family);
        var (sms, _) = await AReminder.OfAsync(library, "Malva", Channel.Sms);
        Assert.Empty(library.Emails);
        var bounce = AProvider.Report(sms, "Failed", "4004: The number does not exist.");

        await provider.ReportAsync(bounce, bounce);
        Assert.Empty(library.Emails); // the hook and its workers only say that it is due again
        await AReminder.SendAsync(library);

        var (email, state) = await AReminder.OfAsync(library, "Malva", Channel.Email);
        Assert.Equal((NoticeState.Accepted, NoticeState.BouncedPermanent), (state, (await AReminder.OfAsync(library, "Malva", Channel.Sms)).State));
        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Malva")).Person.Closed);

        await provider.ReportAsync(bounce);
        await AReminder.SendAsync(library);
        Assert.Equal((1, 1), (library.Sms.Count, library.Emails.Count));

        await provider.MailReportAsync(AProvider.MailEvent(email, "bounce", "bounce", "5.1.1"));
        await AReminder.SendAsync(library);
        Assert.Equal((1, 1), (library.Sms.Count, library.Emails.Count));
        Assert.Equal(ClosedChannels.Sms | ClosedChannels.Email, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        Assert.Contains(await library.CallListAsync(), listed => listed is { Key.Step: "reminder", Reason: SkipReason.NoWayToReach });
    }

    [Fact]
    public async Task ANewNumber_OpensTheChannel_AndALateReceiptForTheOldOneDoesNotCloseIt()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        var family = new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) };
        await AReminder.SentAsync(library, family);
        var bounce = AProvider.Report((await AReminder.OfAsync(library, "Malva", Channel.Sms)).Reference, "Failed", "4004");
        await provider.ReportAsync(bounce);

        await library.ImportAsync(family);
        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        await library.ImportAsync(family with { Phone = AFamily.PhoneNumber(1) });
        await provider.ReportAsync(bounce);
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Malva")).Person.Closed);

        await library.ImportAsync(family); // the old number comes back, and is still known not to work
        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        Assert.Equal(Silences.None, (await library.HouseholdOfAsync("Malva")).Person.Silences);
    }

    [Fact]
    public async Task AnEmailThatIsBlockedForNow_IsOnStaffsList_AndAComplaintClosesTheAddress()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        await AReminder.SentAsync(
            library, new AFamily { GivenName = "Malva", Email = "malva@example.se" }, new AFamily { GivenName = "Livia", Email = "livia@example.se" });
        var (blocked, _) = await AReminder.OfAsync(library, "Malva", Channel.Email);
        var (unwanted, _) = await AReminder.OfAsync(library, "Livia", Channel.Email);

        await provider.MailReportAsync(
            AProvider.MailEvent(blocked, "bounce", "blocked", "5.7.1"), AProvider.MailEvent(unwanted, "delivered"), AProvider.MailEvent(unwanted, "spamreport"));
        await AReminder.SendAsync(library);

        var listed = Assert.Single(await library.CallListAsync(), listed => listed.Key.Step == "reminder");
        Assert.Equal((blocked.Person, SkipReason.Bounced), (listed.Person, listed.Reason));
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        Assert.Equal(ClosedChannels.Email, (await library.HouseholdOfAsync("Livia")).Person.Closed);
        Assert.Equal(NoticeState.Delivered, (await AReminder.OfAsync(library, "Livia", Channel.Email)).State);
        Assert.Equal(2, library.Emails.Count);
    }

    [Fact]
    public async Task AReceiptOfANoticeThatNeverWas_ChangesNothing()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        await AReminder.SentAsync(library, new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) });
        var (notice, _) = await AReminder.OfAsync(library, "Malva", Channel.Sms);

        await provider.ReportAsync(
            AProvider.Report(notice with { Key = notice.Key with { Sequence = 7 } }, "Failed", "4007: opted out"),
            AProvider.Report(notice with { Person = new PersonId(new string('0', 32)) }, "Failed", "4007: opted out"),
            AProvider.Report(notice with { Unit = new UnitId("ingenstans") }, "Failed", "4007: opted out"));

        var household = await library.HouseholdOfAsync("Malva");
        Assert.Equal(ClosedChannels.None, household.Person.Closed);
        Assert.DoesNotContain(household.Notices, one => one.Key.Sequence == 7);
        Assert.Single(await library.PeopleAsync());
        Assert.Empty(await RowsAsync(provider, "Work", "RowKey ge 'receipt~' and RowKey lt 'receipt~~'"));
    }

    [Fact]
    public async Task ReceiptsThatNeverCome_CloseTheBooksAfterADay_AndWhatWasLeftBehindIsDueAgain()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        var now = await AReminder.SentAsync(
            library, new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(1) });
        Assert.NotEmpty(await RowsAsync(provider, "CampaignChunks", "Step eq 'reminder'"));
        await ForgetOutcomeAsync(library, provider, "Livia");

        await library.FireAsync("SweepOverdueReceipts");
        await library.DrainAsync();
        Assert.NotEmpty(await RowsAsync(provider, "CampaignChunks", "Step eq 'reminder'"));

        library.Machine.SetClock(Notifieringar.Planning.Calendar.Stockholm.MomentOf(now.PlusHours(26)));
        await library.FireAsync("SweepOverdueReceipts");
        await library.DrainAsync();

        Assert.Empty(await RowsAsync(provider, "CampaignChunks", "Step eq 'reminder'"));
        var due = Assert.Single(await RowsAsync(provider, "Work", "RowKey ge 'due~' and RowKey lt 'due~~'"), row => row.RowKey.EndsWith("~reminder", StringComparison.Ordinal));
        Assert.Contains((await library.HouseholdOfAsync("Livia")).Person.Id.Value, due.RowKey, StringComparison.Ordinal);
        var counts = Settled().Matches(await File.ReadAllTextAsync(library.FunctionLog)).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        Assert.Single(counts, count => count.Item1 == "1");
        Assert.Single(counts, count => count.Item2 == "1");
    }

    [GeneratedRegex("([0-9]+) notices never got a receipt, ([0-9]+) were left behind")]
    private static partial Regex Settled();

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(AProvider provider, string table, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in (await provider.Tables.GetAsync(table)).QueryAsync<TableEntity>(filter))
        {
            rows.Add(row);
        }

        return rows;
    }

    // As if the sender had died between claiming and recording, and its chunk had been closed all the same.
    private static async Task ForgetOutcomeAsync(ALibrary library, AProvider provider, string givenName)
    {
        var (notice, _) = await AReminder.OfAsync(library, givenName, Channel.Sms);
        var row = Assert.Single(await RowsAsync(provider, "People", $"RowKey eq '{notice.Person}~ntc~{notice.Key}'"));
        row["State"] = "Claimed";
        await (await provider.Tables.GetAsync("People")).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge);
    }
}
