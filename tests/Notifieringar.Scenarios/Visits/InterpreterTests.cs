using System.Net;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Answers;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Erasing;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Interpreters booked for home visits: their agency hears what happens to the visit, and nothing about the family (domain.md T65).</summary>
public sealed class InterpreterTests
{
    private const string Agency = "tolkar@example.se";
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime Working = new(2025, 2, 4, 10, 0);

    private readonly AFamily _family = new() { GivenName = "Saba", FamilyName = "Provtekle", Language = "tigrinska", Child = "Hermon", Phone = AFamily.PhoneNumber(31) };

    [Fact]
    public async Task T65_AVisitMovedAndThenCalledOff_TheAgencyHearsBoth_AndNobodysName()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var visit = await PlannedAsync(library);
        Assert.Equal(HttpStatusCode.NoContent, (await BookAsync(library, staff, visit)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await BookAsync(library, staff, visit)).StatusCode); // once only
        await library.GoToAsync(Working);

        var moved = visit.Starts.PlusDays(7);
        var path = $"occasions/{ALibrary.Unit}/sprakstart-6/{visit.Id}";
        await OrderedAsync(staff, $"{path}/move", new { starts = LocalDateTimePattern.GeneralIso.Format(moved)[..16] });
        await library.DrainAsync();
        await library.GoToAsync(Working.PlusHours(1));
        await OrderedAsync(staff, $"{path}/cancel", new { });
        await library.DrainAsync();
        await library.GoToAsync(Working.PlusHours(2));

        var heard = ToAgency(library);
        Assert.Equal(3, heard.Count);
        Assert.Contains("Språk: tigrinska.", heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("Provby bibliotek", heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("ny tid", heard[1].Text, StringComparison.Ordinal);
        Assert.Contains("avbokar tolken", heard[2].Text, StringComparison.Ordinal);
        var files = heard.Select(ACalendarFile.Of).ToList();
        Assert.Equal([visit.Starts, moved, moved], files.Select(file => file.Starts));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], files.Select(file => file["METHOD"]));
        Assert.Single(files.Select(file => file["UID"]).Distinct());
        var names = new[] { "Saba", "Provtekle", "Hermon", "Granstigen", _family.Phone };
        Assert.All(heard, email => Assert.All(names, name => Assert.DoesNotContain(name, email.Text + email.Subject + ACalendarFile.Of(email).Content, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task T65_ARelativeWhoInterprets_EndsTheBooking_AndNoneIsMade()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var visit = await PlannedAsync(library);
        await BookAsync(library, staff, visit);
        await library.GoToAsync(Working);
        var home = await library.HouseholdOfAsync("Saba");

        Assert.Equal(HttpStatusCode.NoContent, (await staff.MarkAsync(home, "relative-interprets")).StatusCode);
        await library.DrainAsync();
        await library.GoToAsync(Working.PlusHours(1));

        Assert.Contains("avbokar tolken", ToAgency(library)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await BookAsync(library, staff, visit)).StatusCode);
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.Date.At(new LocalTime(7, 0))));
        await library.ImportAsync(_family);
        Assert.Contains("en anhörig tolkar", await DayAsync(staff, visit), StringComparison.Ordinal);

        await staff.MarkAsync(home, "relative-interprets", stands: false);
        Assert.Equal(HttpStatusCode.NoContent, (await BookAsync(library, staff, visit)).StatusCode);
        Assert.Contains("tolk är bokad", await DayAsync(staff, visit), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.MarkAsync(home, "hund")).StatusCode);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("collect")]
    [InlineData("silence")]
    [InlineData("erasure")]
    public async Task T65_AFamilyThatIsNotVisitedAfterAll_HasNoInterpreter_AndTheAgencyIsNotToldWhy(string why)
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var visit = await PlannedAsync(library);
        await BookAsync(library, staff, visit);
        await library.GoToAsync(Working);
        var home = await library.HouseholdOfAsync("Saba");

        if (why == "silence")
        {
            await staff.SilenceAsync(home, "child-deceased", home.Children[0].Id);
        }
        else if (why == "erasure")
        {
            using var erasing = new AnErasure(library);
            await erasing.OrderAsync(home);
        }
        else
        {
            var answer = await staff.PostAsync($"answers/{ALibrary.Unit}", new { person = home.Person.Id.Value, occasion = visit.Id.Value, answer = why });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        await library.DrainAsync();
        await library.GoToAsync(Working.PlusHours(1));

        var heard = ToAgency(library);
        Assert.Equal(2, heard.Count);
        Assert.Contains("Vi avbokar tolken den här gången", heard[1].Text, StringComparison.Ordinal);
    }

    private async Task<Occasion> PlannedAsync(ALibrary library)
    {
        await library.ImportAsync(_family);
        return Assert.Single(await library.OccasionsAsync());
    }

    private static async Task<HttpResponseMessage> BookAsync(ALibrary library, AStaffMember staff, Occasion visit)
    {
        using var system = await ALibrarySystem.WithKeyAsync(library, name: $"system-{Guid.NewGuid():N}"[..20]);
        var saved = await system.PostAsync("people", $$"""{ "people": [{ "reference": "T-1", "kind": "organisation", "name": "Provby tolkar", "email": "{{Agency}}" }] }""");
        var agency = saved.Json.GetProperty("people")[0].GetProperty("id").GetString();
        return await staff.PostAsync($"interpreters/{ALibrary.Unit}/{visit.Programme}/{visit.Id}", new { person = agency, by = "personal-1" });
    }

    private static async Task OrderedAsync(AStaffMember staff, string path, object order)
    {
        var answer = await staff.PostAsync(path, order);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> DayAsync(AStaffMember staff, Occasion visit) =>
        await (await staff.GetAsync($"days/{ALibrary.Unit}/{LocalDatePattern.Iso.Format(visit.Starts.Date)}")).Content.ReadAsStringAsync();

    private static List<SandboxMessage> ToAgency(ALibrary library) => [.. library.Emails.Where(email => email.To == Agency)];
}
