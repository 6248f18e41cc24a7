using System.Net;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Scenarios.Answers;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Meetings, what is to be collected, and closing the library.</summary>
public sealed class MeetingPagesTests
{
    private static readonly LocalDateTime Working = new(2025, 2, 3, 10, 0);

    [Fact]
    public async Task AMeeting_IsBookedAsACampaign_AndAMistakeLosesNothing()
    {
        await using var library = await ALibrary.OpensAsync(Working);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var campaigner = await ASignedIn.AsAsync(library, "bertil", "staff", "campaigner");
        await ACampaign.AddStoryHourAsync(library);
        const string form = "traffar/ny/sagostund";
        Assert.Equal(HttpStatusCode.NotFound, (await campaigner.GetAsync($"/personal/{ALibrary.Unit}/traffar/ny/sprakstart-6")).StatusCode); // a visit is no meeting
        Assert.DoesNotContain("Boka en träff", await staff.PageAsync("traffar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("familjer", form, ("gor", "boka"), ("tid", "2025-03-20T10:00"))).StatusCode);

        var wrong = await campaigner.PressAsync(form, form, ("gor", "boka"), ("tid", "2025-01-20T10:00"), ("plats", "Sagorummet"), ("text", "Ta med en filt"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.All(["Tiden har redan varit", "value=\"Sagorummet\"", ">Ta med en filt</textarea>"], text => Assert.Contains(text, again, StringComparison.Ordinal));

        var booked = await campaigner.PressAsync(form, form, ("gor", "boka"), ("tid", "2025-03-20T10:00"), ("plats", "Sagorummet"), ("text", "Ta med en filt"));
        Assert.Contains($"/personal/{ALibrary.Unit}/utskick/", booked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var list = await staff.PageAsync("traffar");
        Assert.Contains("Sagostund", list, StringComparison.Ordinal);
        Assert.Contains("Sagorummet", list, StringComparison.Ordinal);
        var twice = await campaigner.PressAsync(form, form, ("gor", "boka"), ("tid", "2025-03-20T10:00"), ("plats", "Sagorummet"));
        Assert.Contains("Det finns redan en träff då och där", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMeeting_IsMovedAndCalledOff()
    {
        await using var library = await ALibrary.OpensAsync(Working);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var occasions = new OccasionTable(AnOccasion.In(library).Tables);
        await AnOccasion.In(library).LaidAsync("babycafe", new LocalDateTime(2025, 3, 20, 10, 0), "0123456789abcdef01234567");
        const string page = "traffar/babycafe/0123456789abcdef01234567";

        var unchanged = await staff.PressAsync(page, page, ("gor", "flytta"), ("tid", "2025-03-20T10:00"), ("plats", "Provby bibliotek"));
        Assert.Equal(HttpStatusCode.BadRequest, unchanged.StatusCode);
        var moved = await staff.PressAsync(page, page, ("gor", "flytta"), ("tid", "2025-03-21T13:00"), ("plats", "Ateljén"));
        Assert.EndsWith("?sagt=meetingMoved", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await library.DrainAsync();
        var after = Assert.Single(await occasions.ListAsync(ALibrary.Unit, "babycafe", CancellationToken.None));
        Assert.Equal((new LocalDateTime(2025, 3, 21, 13, 0), "Ateljén"), (after.Starts, after.Place));

        await staff.PressAsync(page, page, ("gor", "stall-in"));
        await library.DrainAsync();
        Assert.NotNull(Assert.Single(await occasions.ListAsync(ALibrary.Unit, "babycafe", CancellationToken.None)).CancelledBy);
        Assert.Contains("inställd", await staff.PageAsync("traffar"), StringComparison.Ordinal);
        var visits = await staff.PressAsync("familjer", "traffar/sprakstart-6/0123456789abcdef01234567", ("gor", "stall-in"));
        Assert.Equal(HttpStatusCode.NotFound, visits.StatusCode);
    }

    [Fact]
    public async Task Votes_AreShownWhenFiveHaveVoted()
    {
        await using var library = await ALibrary.OpensAsync(Working);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await AnOccasion.In(library).LaidAsync(
            "letterbox-kvall", new LocalDateTime(2025, 3, 20, 18, 0), "0123456789abcdef01234567", occasion => occasion with { VoteOn = ["Quiz", "Film"] });
        const string page = "traffar/letterbox-kvall/0123456789abcdef01234567";

        Assert.Contains("Räkna rösterna", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("Färre än fem har röstat", await staff.PageAsync($"{page}/roster"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APickup_IsLaidReadyFromTheFamilysPage_AndCollected()
    {
        await using var library = await ALibrary.OpensAsync(Working);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(45) }, new AFamily { GivenName = "Hemlig", FamilyName = "Gömd" });
        var (family, hidden) = (await library.HouseholdOfAsync("Malva"), await library.HouseholdOfAsync("Hemlig"));
        await LaidAsync(family);
        await LaidAsync(hidden);
        await administrator.SilenceAsync(hidden, "protected");

        var list = await staff.PageAsync("traffar");
        Assert.Contains("Malva Provström", list, StringComparison.Ordinal);
        Assert.Contains("Skyddade uppgifter", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Gömd", list, StringComparison.Ordinal);

        var pickup = (await library.HouseholdOfAsync("Malva")).Invitations.Single(one => one.Programme == "bokhamtning");
        Assert.Equal(3, pickup.Items);
        var collected = await staff.PressAsync("traffar", "traffar", ("gor", "hamtat"), ("vad", $"{family.Person.Id}~{pickup.Occasion}"));
        Assert.EndsWith("?sagt=collected", collected.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Malva Provström", await staff.PageAsync("traffar"), StringComparison.Ordinal);
        Assert.Contains((await library.HouseholdOfAsync("Malva")).Notices, notice => notice is { State: NoticeState.Skipped, SkipReason: SkipReason.Answered });
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PressAsync("traffar", "traffar", ("gor", "hamtat"), ("vad", "ingen"))).StatusCode);

        async Task LaidAsync(Recipient person)
        {
            var page = $"familjer/{person.Person.Id}";
            (string, string)[] fields = [("gor", "hamta"), ("namn", Guid.NewGuid().ToString("N")), ("program", "bokhamtning"), ("plats", "Provby bibliotek"), ("antal", "3")];
            Assert.Equal(HttpStatusCode.BadRequest, (await staff.PressAsync(page, page, [.. fields[..^1], ("antal", "noll")])).StatusCode);
            Assert.EndsWith("?sagt=pickup", (await staff.PressAsync(page, page, fields)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            await staff.PressAsync(page, page, fields); // pressed twice is once
        }
    }

    [Fact]
    public async Task TheLibraryIsClosedByAnAdministrator_AndWhatLayThereIsOff()
    {
        await using var library = await ALibrary.OpensAsync(Working);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = await ASignedIn.AsAsync(library, "cecilia", "administrator");
        await AnOccasion.In(library).LaidAsync("babycafe", new LocalDateTime(2025, 3, 20, 10, 0), "0123456789abcdef01234567");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("familjer", "traffar", ("gor", "stang"), ("fran", "2025-03-20"), ("till", "2025-03-21"))).StatusCode);

        var wrong = await administrator.PressAsync("traffar", "traffar", ("gor", "stang"), ("fran", "2025-03-21"), ("till", "2025-03-20"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("value=\"2025-03-21\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var closed = await administrator.PressAsync("traffar", "traffar", ("gor", "stang"), ("fran", "2025-03-20"), ("till", "2025-03-21"));
        Assert.EndsWith("?sagt=libraryClosed", closed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await library.DrainAsync();

        var occasions = new OccasionTable(AnOccasion.In(library).Tables);
        Assert.NotNull(Assert.Single(await occasions.ListAsync(ALibrary.Unit, "babycafe", CancellationToken.None)).CancelledBy);
    }
}
