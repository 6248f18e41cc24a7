using System.Net;
using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>What has happened in the shown library.</summary>
internal static class ShownStory
{
    public const string SecondUnit = "annanby";

    public static async Task SecondUnitAsync(ALibrary library)
    {
        const string Rules = """
            {
              "name": "Annanby bibliotek", "smsSender": "Annanby", "emailFrom": "bibliotek@annanby.example.se", "phone": "070-174 06 06",
              "returnAddress": ["Annanby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"], "comesUnlessNo": false
            }
            """;
        using var administrator = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        administrator.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
        using var body = new StringContent(Rules, Encoding.UTF8, "application/json");
        using var saved = await administrator.PutAsync(new Uri($"units/{SecondUnit}", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
    }

    /// <summary>Two runs: the first is posted, of the second a letter must be pulled.</summary>
    public static async Task LettersAsync(ALibrary library, AStaffMember staff)
    {
        await library.ImportAsync([.. ShownFamilies.All.Take(8)]);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5));
        await staff.SaysAsync((await staff.PartsAsync())[0], "posted");
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(new LocalDateTime(2025, 2, 4, 6, 0)));
        await library.ImportAsync([.. ShownFamilies.All]);
        await library.GoToAsync(new LocalDateTime(2025, 2, 4, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 4, 14, 5));
        var grieving = await library.HouseholdOfAsync(ShownFamilies.Grieving.GivenName);
        await staff.SilenceAsync(grieving, "child-deceased", grieving.Children[0].Id);
    }

    /// <summary>A campaign that has been sent, one that is approved for later, and a draft.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> CampaignsAsync(ALibrary library)
    {
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(new LocalDateTime(2025, 2, 5, 10, 0)));
        using var sent = await ACampaign.PreparedAsync(library, new { programme = "babycafe", starts = new[] { "2025-02-27T10:00" }, place = "Provby bibliotek", text = "Den här gången sjunger vi om våren.", by = "cecilia" });
        await sent.ApprovedAsync();
        await sent.MinuteAsync();
        using var approved = await ACampaign.PreparedAsync(library, new { programme = "sommarbrev", startsAt = "2025-06-09T10:00", text = "Läs högt i hängmattan och låna en ljudbok till resan.", by = "cecilia" });
        await approved.ApprovedAsync();
        using var held = await ACampaign.PreparedAsync(library, new { programme = "forfattarbesok", starts = new[] { "2025-04-08T18:00" }, place = "Provby bibliotek", text = "Kom och möt författaren bakom vårens mest lånade bilderbok.", by = "cecilia" });
        await held.ApprovedAsync();
        await held.SayAsync("pause");
        using var draft = await ACampaign.PreparedAsync(library, new { programme = "babycafe", starts = new[] { "2025-04-24T10:00" }, startsAt = "2025-02-20T10:00", place = "Provby bibliotek", text = "Ta med en favoritbok hemifrån.", by = "cecilia" });
        return new Dictionary<string, string> { ["sent"] = sent.Id, ["approved"] = approved.Id, ["draft"] = draft.Id };
    }

    /// <summary>Some say yes, one wants another time, one no; staff find out that a relative interprets and that one home needs two.</summary>
    public static async Task AnswersAsync(ALibrary library, AStaffMember staff, AReader reader)
    {
        foreach (var (name, answer) in new[] { ("Maja", "yes"), ("Leyla", "yes"), ("Shirin", "no"), ("Johan", "collect") })
        {
            using var said = await reader.AnswerAsync($"/s/{VisitCode(reader, await library.HouseholdOfAsync(name))}", answer);
            Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        }

        foreach (var name in new[] { "Elina", "Katarzyna", ShownFamilies.Protected.GivenName })
        {
            var home = await library.HouseholdOfAsync(name);
            using var said = await staff.PostAsync(
                $"answers/{ALibrary.Unit}", new { person = home.Person.Id.Value, occasion = VisitOf(home).Occasion.Value, answer = "another-time", by = "personal-1" });
            Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        }

        using var two = await staff.MarkAsync(await library.HouseholdOfAsync("Sofia"), "two-visitors");
        using var relative = await staff.MarkAsync(await library.HouseholdOfAsync("Amira"), "relative-interprets");
    }

    /// <summary>A family whose data become protected.</summary>
    /// <returns>The silence.</returns>
    public static async Task<string> SilenceAsync(ALibrary library, AStaffMember staff)
    {
        var ordered = await staff.OrderSilenceAsync(await library.HouseholdOfAsync(ShownFamilies.Protected.GivenName), "protected");
        await library.DrainAsync();
        return ordered.OriginalString.Split('/')[^1];
    }

    /// <summary>The library calls a visit off.</summary>
    public static async Task CallOffAsync(ALibrary library, AStaffMember staff, string visit)
    {
        using var cancelled = await staff.PostAsync($"occasions/{ALibrary.Unit}/sprakstart-6/{visit}/cancel", new { by = "personal-1" });
        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
        await library.DrainAsync();
    }

    public static async Task<IReadOnlyDictionary<string, string>> CodesAsync(ALibrary library, AReader reader) =>
        (await library.PeopleAsync()).Where(person => person.Invitations.Any(IsVisit))
            .ToDictionary(person => person.Person.GivenName!, person => VisitCode(reader, person));

    public static async Task<IReadOnlyDictionary<string, string>> VisitsAsync(ALibrary library) =>
        (await library.PeopleAsync()).Where(person => person.Invitations.Any(IsVisit))
            .ToDictionary(person => person.Person.GivenName!, person => VisitOf(person).Occasion.Value);

    public static async Task<string> MeetingAsync(ALibrary library)
    {
        var occasions = new OccasionTable(new Tables(new TableServiceClient(library.Machine.ConnectionString)));
        return (await occasions.ListAsync(ALibrary.Unit, "babycafe", CancellationToken.None))[0].Id.Value;
    }

    private static string VisitCode(AReader reader, Recipient person) => reader.CodeOf(person, VisitOf(person));

    private static Invitation VisitOf(Recipient person) => person.Invitations.First(IsVisit);

    private static bool IsVisit(Invitation invitation) => invitation.Programme == "sprakstart-6";
}
