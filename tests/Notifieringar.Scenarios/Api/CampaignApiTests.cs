using NodaTime;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Api;

/// <summary>Campaigns that a machine prepares (domain.md T97), and programmes that nobody has programmed.</summary>
public sealed class CampaignApiTests
{
    private static readonly LocalDateTime Monday = new(2027, 3, 1, 10, 0);

    [Fact]
    public async Task T97_ASecondVisitToTheSameAccommodation_IsRefusedWithAnExplanation_AndNobodyWhoLivesThereCanBeImported()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await system.PublishAsync("bokbuss", SomeProgrammes.BookBus, ("invitation", "email", "{{ capture subject }}Bokbussen{{ end -}}<p>Vi kommer {{ visit.date }}.</p>"));
        var saved = await system.PostAsync("people", """{ "people": [{ "reference": "O-1", "kind": "organisation", "name": "Boendet Granen", "email": "granen@example.se" }] }""");
        var id = saved.Json.GetProperty("people")[0].GetProperty("id").GetString();
        string Visit(string day) => $$"""{ "programme": "bokbuss", "starts": ["{{day}}T14:00"], "place": "Granen", "audience": { "people": ["{{id}}"] } }""";

        var first = await system.PostAsync("meetings", Visit("2027-03-10"));
        await RunAsync(library, system, first.Text("id"));
        Assert.Single(library.Emails);
        var second = await system.PostAsync("meetings", Visit("2027-03-17"));
        var wider = await system.PostAsync("meetings", """{ "programme": "bokbuss", "starts": ["2027-03-18T14:00"], "place": "Alla boenden" }""");
        var dryRun = await system.PostAsync($"campaigns/{wider.Text("id")}/dry-run");
        var residents = await system.PostAsync("people", """{ "people": [{ "reference": "O-1", "kind": "organisation", "name": "Boendet Granen", "givenName": "Liv" }] }""");

        Assert.Equal(409, second.Status);
        Assert.Contains("invites nobody twice", second.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(0, dryRun.Json.GetProperty("recipients").GetInt32());
        Assert.Equal(1, dryRun.Json.GetProperty("skipped").GetProperty("AlreadyInvited").GetInt32());
        Assert.Equal(400, residents.Status);
        Assert.Contains("cannot be imported", residents.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Liv", residents.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewProgramme_FromAJsonString_IsSentWithoutNewCode()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await system.PublishAsync(
            "hostlov",
            SomeProgrammes.Greeting,
            ("hello", "email", "{{ capture subject }}Höstlov på {{ sender.name }}{{ end -}}<p>Hej {{ guardian.name }}! Välkomna.</p>"),
            ("hello", "letter", "<h1>Höstlov</h1><p>Hej {{ guardian.name }}! Välkomna.</p>"));
        await library.ImportAsync(
            new AFamily { GivenName = "Livia", Email = "livia@example.se" },
            new AFamily { GivenName = "Hedda", Email = "hedda@example.se", Street = "Granstigen 5" },
            new AFamily { GivenName = "Ronja", Email = "ronja@example.se", Street = "Granstigen 6", OptedOut = true });

        var draft = await system.PostAsync("campaigns", """{ "programme": "hostlov" }""");
        await RunAsync(library, system, draft.Text("id"));

        Assert.Equal(["hedda@example.se", "livia@example.se"], library.Emails.Select(email => email.To).Order(StringComparer.Ordinal));
        Assert.All(library.Emails, email => Assert.Equal("Höstlov på Provby bibliotek", email.Subject));
        var opened = await system.GetAsync("statistics?from=2027-03-01&to=2027-03-01&programme=hostlov");
        Assert.Equal(5, opened.Json.GetProperty("notices").GetProperty("fewerThan").GetInt32());
        var since = await system.GetAsync("notices?since=2027-03-01T00:00:00Z");
        Assert.Equal(["Accepted", "Accepted"], since.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task T91_ASummerLetter_IsOneEnvelopeForEachHome_HoweverManyChildrenLiveThere()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        var siblings = new AFamily { GivenName = "Livia", Child = "Tuva" };
        await library.ImportAsync(
            siblings,
            siblings with { Child = "Vide", Born = new LocalDate(2020, 4, 1) },
            new AFamily { GivenName = "Hedda", Street = "Granstigen 5" });

        var draft = await system.PostAsync("campaigns", """{ "programme": "sommarbrev", "text": "Biblioteket har öppet hela sommaren." }""");
        await RunAsync(library, system, draft.Text("id"));
        await library.GoToAsync(Monday.PlusHours(5));

        Assert.Equal(2, (await library.PilesAsync()).Sum(pile => pile.Pages.Count));
        Assert.Empty(await library.CallListAsync());
    }

    private static async Task RunAsync(ALibrary library, ALibrarySystem system, string id)
    {
        var dryRun = await system.PostAsync($"campaigns/{id}/dry-run");
        Assert.True(dryRun.Status == 200, dryRun.Body);
        var approved = await system.AdministerAsync("POST", $"campaigns/{ALibrary.Unit}/{id}/approve", """{ "by": "staff-2" }""");
        Assert.True(approved.Status == 200, approved.Body);
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
    }
}
