using System.Net;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>What is not well, and what staff do about it.</summary>
public sealed class ProblemPagesTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task TheStop_IsForThoseWhoMay_IsAskedForTwice_AndHoldsUntilItIsLetGo()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var campaigner = await ASignedIn.AsAsync(library, "bertil", "staff", "campaigner");
        using var administrator = await ASignedIn.AsAsync(library, "cecilia", "administrator");
        Assert.Contains("Allt är som det ska", await staff.PageAsync("problem"), StringComparison.Ordinal);
        Assert.DoesNotContain("problem/stopp", await staff.PageAsync("problem"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/problem/stopp")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("rapporter", "problem/stopp", ("gor", "stoppa"))).StatusCode);

        Assert.Contains("problem/stopp", await campaigner.PageAsync("problem"), StringComparison.Ordinal);
        Assert.DoesNotContain("gor\" value=\"stoppa", await campaigner.PageAsync("problem"), StringComparison.Ordinal); // the overview only leads to it
        var stopped = await campaigner.PressAsync("problem/stopp", "problem/stopp", ("gor", "stoppa"), ("orsak", "fel text <i>i</i> brevet"));
        Assert.EndsWith("?sagt=stopped", stopped.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await (await staff.GetAsync($"/personal/{ALibrary.Unit}/problem")).Content.ReadAsStringAsync();
        Assert.Contains("Biblioteket &#xE4;r stoppat", page, StringComparison.Ordinal);
        Assert.Contains("fel text &lt;i&gt;i&lt;/i&gt; brevet", page, StringComparison.Ordinal);

        var resumed = await administrator.PressAsync("problem/stopp", "problem/stopp", ("gor", "slapp"));
        Assert.EndsWith("?sagt=resumed", resumed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Allt är som det ska", await staff.PageAsync("problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFamilyThatWasNotReached_StandsUnderItsReason_NeverNamedWhenProtected_AndIsSettled()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(41) }, new AFamily { GivenName = "Hemlig", Phone = AFamily.PhoneNumber(42) });
        await administrator.SilenceAsync(await library.HouseholdOfAsync("Hemlig"), "protected");
        var families = await library.PeopleAsync();
        var list = new CallList(TablesOf(library));
        await list.AddAsync([.. families.Select(family => Listed(family, SkipReason.Bounced))], Stockholm.MomentOf(Morning), CancellationToken.None);
        await list.AddAsync([Listed(families[0], SkipReason.LateAnswer, step: "thank-you")], Stockholm.MomentOf(Morning), CancellationToken.None);

        var overview = await staff.PageAsync("problem");
        Assert.Contains("<td class=\"digits\">2</td>", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("LateAnswer", overview, StringComparison.Ordinal); // an answer, not a problem
        Assert.DoesNotContain("Malva", overview, StringComparison.Ordinal);
        var bounced = await staff.PageAsync("problem/Bounced");
        Assert.Contains("Malva", bounced, StringComparison.Ordinal);
        Assert.Contains("+46701740646", bounced, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", bounced, StringComparison.Ordinal);
        Assert.DoesNotContain("+46701740647", bounced, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/problem/Protected")).StatusCode);

        var malva = await library.HouseholdOfAsync("Malva");
        var settled = await staff.PressAsync(
            "problem/Bounced", "problem/Bounced", ("gor", "klart"), ("vem", malva.Person.Id.Value), ("vilket", Listed(malva, SkipReason.Bounced).Key.ToString()));
        Assert.EndsWith("problem/Bounced?sagt=settled", settled.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Malva", await staff.PageAsync("problem/Bounced"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnSms_IsReadByStaff_AndMarked_AndAProtectedHouseholdsNumberIsNotShown()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Hemlig", Phone = AFamily.PhoneNumber(1) });
        await administrator.SilenceAsync(await library.HouseholdOfAsync("Hemlig"), "protected");
        await provider.ReportAsync(AProvider.Inbound("46701740605", "JA tack <b>men</b> inte onsdag"));
        await provider.ReportAsync(AProvider.Inbound("46701740606", "Vi kommer gärna"));
        Assert.Contains("2 att läsa", await staff.PageAsync("problem"), StringComparison.Ordinal);

        var raw = await (await staff.GetAsync($"/personal/{ALibrary.Unit}/problem/inkorg")).Content.ReadAsStringAsync();
        Assert.Contains("JA tack &lt;b&gt;men&lt;/b&gt; inte onsdag", raw, StringComparison.Ordinal);
        var inbox = WebUtility.HtmlDecode(raw);
        Assert.Contains("Malva", inbox, StringComparison.Ordinal);
        Assert.Contains("tel:+46701740605", inbox, StringComparison.Ordinal);
        Assert.Contains("Vi kommer gärna", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("46701740606", inbox, StringComparison.Ordinal);

        var message = (await new Inbox(provider.Tables).ReadAsync(ALibrary.Unit, CancellationToken.None)).Single(one => one.Text.StartsWith("JA", StringComparison.Ordinal));
        await staff.PressAsync("problem/inkorg", "problem/inkorg", ("gor", "klart"), ("vilket", message.Id));
        Assert.DoesNotContain("inte onsdag", await staff.PageAsync("problem/inkorg"), StringComparison.Ordinal);
        Assert.Equal(MessageState.Settled, (await new Inbox(provider.Tables).FindAsync(ALibrary.Unit, message.Id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task WorkThatFailedForGood_IsTakenOff_OrDoneAgain_ButNotWhenItHasFailedSince()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var problems = new ProblemTable(TablesOf(library));
        await NoteAsync(problems, Queues.VisitPlans, "-");
        await NoteAsync(problems, Queues.Chunks, "due~x~abc");
        var page = await staff.PageAsync("problem");
        Assert.Contains("Hembesöken kunde inte planeras", page, StringComparison.Ordinal);
        Assert.Contains("Några meddelanden kunde inte skickas", page, StringComparison.Ordinal);

        await NoteAsync(problems, Queues.VisitPlans, "-");
        var stale = await staff.PressAsync("problem", "problem", ("gor", "igen"), ("vad", Queues.VisitPlans), ("vilket", "-"), ("ganger", "1"));
        Assert.EndsWith("?sagt=problemAgain", stale.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await library.Machine.Triggers.PendingCountAsync());
        var again = await staff.PressAsync("problem", "problem", ("gor", "igen"), ("vad", Queues.VisitPlans), ("vilket", "-"), ("ganger", "2"));
        Assert.EndsWith("?sagt=problemQueued", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await library.Machine.Triggers.PendingCountAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await staff.PressAsync("problem", "problem", ("gor", "igen"), ("vad", Queues.Chunks), ("vilket", "due~x~abc"), ("ganger", "1"))).StatusCode);
        var off = await staff.PressAsync("problem", "problem", ("gor", "klart"), ("vad", Queues.Chunks), ("vilket", "due~x~abc"), ("ganger", "1"));
        Assert.EndsWith("?sagt=problemOff", off.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await library.DrainAsync(); // asserts that no problem is left
    }

    [Fact]
    public async Task WorkOfNoLibrary_IsShownToAdministratorsOnly_AndTakenOffByThem()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "staff", "administrator");
        var problems = new ProblemTable(TablesOf(library));
        await problems.NoteAsync(ProblemTable.NoUnit, Queues.Receipts, "-", Stockholm.MomentOf(Morning), CancellationToken.None);
        (string, string)[] off = [("gor", "klart"), ("agare", "ingen"), ("vad", Queues.Receipts), ("vilket", "-"), ("ganger", "1")];

        Assert.Contains("Allt är som det ska", await staff.PageAsync("problem"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("rapporter", "problem", off)).StatusCode);
        var page = await administrator.PageAsync("problem");
        Assert.Contains("Arbete som inte hör till något bibliotek", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Allt är som det ska", page, StringComparison.Ordinal);
        var done = await administrator.PressAsync("problem", "problem", off);
        Assert.EndsWith("?sagt=problemOff", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(await problems.ReadAsync(ProblemTable.NoUnit, CancellationToken.None));
    }

    [Fact]
    public async Task AListThatCouldNotBeRead_IsToldOf_UntilOneIs()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var refused = await library.SendFileAsync("ingenting här\r\nkan läsas\r\n");
        await library.DrainAsync();
        Assert.Equal("refused", (await library.ReportAsync(refused)).State);

        Assert.Contains("gick inte att läsa", await staff.PageAsync("problem"), StringComparison.Ordinal);
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusMinutes(1)));
        await library.ImportAsync(new AFamily());
        Assert.Contains("Allt är som det ska", await staff.PageAsync("problem"), StringComparison.Ordinal);
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusDays(9)));
        Assert.Contains("Läs in en ny lista", await staff.PageAsync("problem"), StringComparison.Ordinal);
    }

    private static Tables TablesOf(ALibrary library) => new(new TableServiceClient(library.Machine.ConnectionString));

    private static Task<Problem> NoteAsync(ProblemTable problems, string kind, string reference) =>
        problems.NoteAsync(ALibrary.Unit, kind, reference, Stockholm.MomentOf(Morning), CancellationToken.None);

    private static ListedNotice Listed(Recipient family, SkipReason reason, string step = "reminder") => new(
        ALibrary.Unit, family.Person.Id, new NoticeKey("sprakstart-6", family.Invitations[0].Occasion.Value, 0, step, Channel.Sms), reason);
}
