using System.Net;
using System.Text;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>Those who have asked for no more (domain.md T30, T49, T86).</summary>
public sealed class OptOutTests
{
    [Fact]
    public async Task T30_AFamilyThatWantsNoContact_IsStillLeftAloneWhenItIsErasedAndImportedAgain()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        var quiet = new AFamily { GivenName = "Stilla", ChildReference = "B30", OptedOut = true, Phone = AFamily.PhoneNumber(0), Email = "stilla@example.se" };
        var otherHome = new AFamily { GivenName = "Andra", ChildReference = "B30", LivesHere = false };
        var grandmothers = new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(quiet, grandmothers);

        await EraseAsync(provider);
        Assert.Empty(await library.PeopleAsync());
        await library.ImportAsync(quiet with { OptedOut = false }, otherHome, grandmothers);

        Assert.Equal(Silences.OptedOut, (await library.HouseholdOfAsync("Stilla")).Person.Silences);
        Assert.Equal(Silences.OptedOut, (await library.HouseholdOfAsync("Andra")).Person.Silences);
        var shared = (await library.HouseholdOfAsync("Livia")).Person; // the number is shared, the wish is not
        Assert.Equal((Silences.None, ClosedChannels.Sms), (shared.Silences, shared.Closed));
        Assert.Empty((await library.HouseholdOfAsync("Stilla")).Invitations);
    }

    [Fact]
    public async Task T30_STOPP_ClosesTheNumberForEveryHouseholdThatHasIt_AndOutlivesThem()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay, pairs: 3);
        using var provider = new AProvider(library);
        AFamily[] families =
        [
            new() { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) },
            new() { GivenName = "Livia", Phone = AFamily.PhoneNumber(0) }, // T86: the same grandmother
            new() { GivenName = "Annan", Phone = AFamily.PhoneNumber(1) },
        ];
        await library.ImportAsync(families);

        await provider.ReportAsync(AProvider.Inbound("46701740605", "Stopp!"));

        await AssertClosedAsync(library);
        await library.ImportAsync(families);
        await AssertClosedAsync(library);
        await EraseAsync(provider);
        await library.ImportAsync(families);
        await AssertClosedAsync(library);
        await AReminder.SentAsync(library, [.. families.Take(2)]);
        Assert.Empty(library.Sms);
        Assert.Equal(MessageState.Stopped, Assert.Single(await new Inbox(provider.Tables).ReadAsync(Inbox.AnyUnit, CancellationToken.None)).State);
    }

    [Fact]
    public async Task STOPP_ClosesTheNumberInEveryUnitThatHasIt()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        using var staff = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        staff.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
        const string Rules = """
            {
              "name": "Annanby bibliotek", "smsSender": "+46701740690", "emailFrom": "bibliotek@annanby.example.se", "phone": "070-174 06 06",
              "returnAddress": ["Annanby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"], "comesUnlessNo": true
            }
            """;
        using var saved = await staff.PutAsync(new Uri("units/annanby", UriKind.Relative), new StringContent(Rules, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        var family = new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(family);

        // To Annanby's number, from somebody whom only Provby knows.
        await provider.ReportAsync(AProvider.Inbound("46701740605", "AVSLUTA tack", to: "46701740690"));

        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        var suppressions = new Suppressions(provider.Tables);
        var here = Assert.Single((await suppressions.ReadAsync(ALibrary.Unit, CancellationToken.None)).Values);
        var there = Assert.Single((await suppressions.ReadAsync(new UnitId("annanby"), CancellationToken.None)).Values);
        Assert.Equal((here.Hash, SuppressionReason.Stop, ClosedChannels.Sms), (there.Hash, there.Reason, there.Channels));
        Assert.Equal(MessageState.Stopped, Assert.Single(await new Inbox(provider.Tables).ReadAsync(new UnitId("annanby"), CancellationToken.None)).State);
    }

    [Fact]
    public async Task T49_AnAnswerInFreeText_IsKeptForStaff_AndNeverTakenForAYes()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay, comesUnlessNo: false);
        using var provider = new AProvider(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) });
        var message = AProvider.Inbound("46701740605", "JA tack men inte onsdag");

        await provider.ReportAsync(message);
        await provider.ReportAsync(message);

        var kept = Assert.Single(await new Inbox(provider.Tables).ReadAsync(ALibrary.Unit, CancellationToken.None));
        Assert.Equal((MessageState.ForStaff, "JA tack men inte onsdag", "+46701740605"), (kept.State, kept.Text, kept.From));
        var household = await library.HouseholdOfAsync("Malva");
        Assert.Equal(Answer.None, Assert.Single(household.Invitations).Answer);
        Assert.Equal(ClosedChannels.None, household.Person.Closed);
        Assert.Empty(await new Inbox(provider.Tables).ReadAsync(Inbox.AnyUnit, CancellationToken.None));
    }

    [Fact]
    public async Task T84_FELNUMMER_TakesTheNumberOffEveryHouseholdThatHasIt_ForGood_AndStaffAreTold()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay, pairs: 3);
        using var provider = new AProvider(library);
        AFamily[] families =
        [
            new() { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) },
            new() { GivenName = "Livia", Phone = AFamily.PhoneNumber(0) },
            new() { GivenName = "Annan", Phone = AFamily.PhoneNumber(1) },
        ];
        await library.ImportAsync(families);

        await provider.ReportAsync(AProvider.Inbound("46701740605", "Fel nummer!"));

        await AssertWithoutNumberAsync(library);
        var household = (await library.HouseholdOfAsync("Malva")).Person.Id;
        var listed = await library.CallListAsync();
        Assert.Equal([SkipReason.WrongNumber, SkipReason.WrongNumber], listed.Select(notice => notice.Reason));
        Assert.Single(listed, notice => notice.Person == household);
        Assert.Equal(MessageState.WrongNumber, Assert.Single(await new Inbox(provider.Tables).ReadAsync(Inbox.AnyUnit, CancellationToken.None)).State);
        Assert.Empty(library.Sms); // nobody is told anything

        var report = await library.ImportAsync(families);
        Assert.Equal([2, 3], report.Findings.Where(finding => finding.Code == FindingCode.WrongNumber).Select(finding => finding.Line));
        await AssertWithoutNumberAsync(library);
        await provider.ReportAsync(AProvider.Inbound("46701740605", "STOPP")); // still no number of the families'
        await EraseAsync(provider);
        await library.ImportAsync(families);
        await AssertWithoutNumberAsync(library);
        await library.ImportAsync(families[0] with { Phone = AFamily.PhoneNumber(2) }, families[1], families[2]);
        var person = (await library.HouseholdOfAsync("Malva")).Person;
        Assert.Equal(("+46701740607", ClosedChannels.None), (person.Phone?.E164, person.Closed));
    }

    private static async Task AssertWithoutNumberAsync(ALibrary library)
    {
        Assert.Null((await library.HouseholdOfAsync("Malva")).Person.Phone);
        Assert.Null((await library.HouseholdOfAsync("Livia")).Person.Phone);
        Assert.NotNull((await library.HouseholdOfAsync("Annan")).Person.Phone);
    }

    private static async Task AssertClosedAsync(ALibrary library)
    {
        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        Assert.Equal(ClosedChannels.Sms, (await library.HouseholdOfAsync("Livia")).Person.Closed);
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Annan")).Person.Closed);
    }

    private static async Task EraseAsync(AProvider provider)
    {
        var people = await provider.Tables.GetAsync("People");
        await foreach (var row in people.QueryAsync<TableEntity>())
        {
            await people.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }
}
