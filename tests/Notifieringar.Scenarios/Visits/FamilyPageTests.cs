using System.Net;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Answers;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>The page behind the code in a letter.</summary>
public sealed class FamilyPageTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task T41_LookingAtThePage_DoesNotAnswer_AndTellsNobodysName()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Language = "arabiska" });
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));

        var own = await reader.LookAsync($"/s/{code}");
        var page = await own.Content.ReadAsStringAsync();
        var swedish = await (await reader.LookAsync($"/s/{code}?lang=sv")).Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"sv\" dir=\"ltr\">", swedish, StringComparison.Ordinal);
        Assert.Contains("Provby bibliotek", swedish, StringComparison.Ordinal);
        foreach (var secret in new[] { "Malva", "Provström", "Tuva", "Granstigen", "99810", "998 10" })
        {
            Assert.DoesNotContain(secret, page + swedish, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("no-store", own.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(own.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(own.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(own.Headers.Contains("Set-Cookie"));
        Assert.Equal(Answer.None, Assert.Single((await library.HouseholdOfAsync("Malva")).Invitations).Answer);
    }

    [Fact]
    public async Task T40_AYes_IsStored_Shown_AndMayBeChanged_AndItsCodeIsNeverLogged()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var before = await library.HouseholdOfAsync("Malva");
        var code = reader.CodeOf(before);

        var yes = await reader.AnswerAsync($"/s/{code}?lang=en", "yes");

        Assert.Equal((HttpStatusCode.SeeOther, $"/s/{code}?lang=en"), (yes.StatusCode, yes.Headers.Location?.OriginalString));
        var after = await library.HouseholdOfAsync("Malva");
        Assert.Equal(before.Invitations[0] with { Answer = Answer.Yes, Children = default }, after.Invitations[0] with { Children = default });
        Assert.Equal(before.Invitations[0].Children, after.Invitations[0].Children);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Contains("You have said yes", await (await reader.LookAsync(yes.Headers.Location!.OriginalString)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await reader.AnswerAsync($"/s/{code}", "maybe");
        Assert.Equal(Answer.Yes, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
        await reader.AnswerAsync($"/s/{code}", "no");
        Assert.Equal(Answer.No, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);

        // Who answers on what was read before is told so, and changes nothing.
        var writer = new PeopleWriter(new Tables(new TableServiceClient(library.Machine.ConnectionString)));
        Assert.False(await writer.AnswerAsync(
            after, Keys.Shard(after.Person.Id, library.Shards), after.Invitations[0].Occasion, Answer.Yes, Instant.FromUtc(2025, 2, 3, 6, 0), CancellationToken.None));
        Assert.Equal(Answer.No, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);

        var log = await File.ReadAllTextAsync(library.FunctionLog);
        Assert.Contains("is stored", log, StringComparison.Ordinal);
        Assert.DoesNotContain(code, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AnswersAtTheSameMoment_AreAllTaken()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var page = $"/s/{reader.CodeOf(await library.HouseholdOfAsync("Malva"))}";

        // Each of four loses to the three others at most, so none needs more than four of its five tries.
        var answers = await Task.WhenAll(new[] { "yes", "no", "yes", "no" }.Select(answer => reader.AnswerAsync(page, answer)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.NotEqual(Answer.None, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
    }

    [Fact]
    public async Task T46_ANo_StopsTheReminder_AndOnlyTheirs()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, comesUnlessNo: true);
        using var reader = new AReader(library);
        AFamily[] families =
        [
            new() { GivenName = "Nejda", Phone = AFamily.PhoneNumber(0) },
            new() { GivenName = "Tysta", Phone = AFamily.PhoneNumber(1) },
        ];
        await library.ImportAsync(families);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));

        await reader.AnswerAsync($"/s/{reader.CodeOf(await library.HouseholdOfAsync("Nejda"))}", "no");
        var visit = (await library.OccasionsAsync()).Max(occasion => occasion.Starts);
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(visit.PlusDays(-3)));
        await library.ImportAsync(families);
        await library.GoToAsync(visit.Date.PlusDays(-1).At(new LocalTime(9, 30)));

        Assert.Equal((await library.HouseholdOfAsync("Tysta")).Person.Phone!.Value.E164, Assert.Single(library.Sms).To);
        Assert.Equal(SkipReason.Declined, Assert.Single((await library.HouseholdOfAsync("Nejda")).Notices, notice => notice.Key.Step == "reminder").SkipReason);
    }

    [Fact]
    public async Task T50_AnAnswerAfterTheVisitBegan_OrFromASilencedFamily_ChangesNothing_AndBothSeeTheSamePage()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        var silent = new AFamily { GivenName = "Avböjda" };
        await library.ImportAsync(new AFamily { GivenName = "Senfärdig" }, silent);
        await library.ImportAsync(silent with { OptedOut = true });

        var silenced = await reader.AnswerAsync($"/s/{reader.CodeOf(await library.HouseholdOfAsync("Avböjda"))}", "yes");
        var lateFamily = await library.HouseholdOfAsync("Senfärdig");
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(lateFamily.Invitations[0].Starts));
        var late = await reader.AnswerAsync($"/s/{reader.CodeOf(lateFamily)}", "yes");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (silenced.StatusCode, late.StatusCode));
        Assert.Equal(await late.Content.ReadAsStringAsync(), await silenced.Content.ReadAsStringAsync());
        Assert.All(await library.PeopleAsync(), recipient => Assert.Equal(Answer.None, Assert.Single(recipient.Invitations).Answer));
    }

    [Fact]
    public async Task AFamilysWishToHearNothingMore_IsASilence_AndACodeThatHasHadItsTimeOrIsUnknownSilencesNobody()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(3) }, new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(4) });
        var (leaving, staying) = (await library.HouseholdOfAsync("Malva"), await library.HouseholdOfAsync("Livia"));

        var looked = await reader.LookAsync($"/s/{reader.CodeOf(leaving)}?stop=1");
        var stopped = await reader.AnswerAsync($"/s/{reader.CodeOf(leaving)}", "stop");
        await library.DrainAsync();
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(staying.Invitations[0].Starts));
        var late = await reader.AnswerAsync($"/s/{reader.CodeOf(staying)}", "stop");
        var unknown = await reader.AnswerAsync("/s/3333333333", "stop");
        await library.DrainAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (looked.StatusCode, stopped.StatusCode));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (late.StatusCode, unknown.StatusCode));
        Assert.Equal(Silences.OptedOut, (await library.HouseholdOfAsync("Malva")).Person.Silences);
        Assert.Equal(Silences.None, (await library.HouseholdOfAsync("Livia")).Person.Silences);
    }

    [Fact]
    public async Task T42_T43_ATypedCode_LeadsToThePage_AndAnUnknownOneToAFriendlyPage_UntilTooManyAreTried()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));

        var form = await reader.LookAsync("/s");
        var typed = await reader.LookAsync($"/s?k={AnswerCodes.Printed(code).ToLowerInvariant()}");
        var half = await reader.LookAsync($"/s?k={code[..5]}");
        var unknown = await reader.LookAsync("/s/3333333333");

        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Contains("Koden i brevet", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/s/{code}"), (typed.StatusCode, typed.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("Vi hittar inte den koden", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 70; guess++) // the count starts anew with the minute, once at most while this runs
        {
            statuses.Add((await reader.LookAsync("/s/4444444444")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.All(statuses.Take(20), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }
}
