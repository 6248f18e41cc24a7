using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Api;

/// <summary>Things to collect (domain.md T93).</summary>
public sealed class PickupTests
{
    private const string Family = """
        { "people": [{ "reference": "L-1", "kind": "household", "givenName": "Maja", "familyName": "Provström", "phone": "070-174 06 11" }] }
        """;

    private const string One = """{ "programme": "bokhamtning", "reference": "L-1", "place": "Provby bibliotek" }""";

    private static readonly LocalDateTime Monday = new(2027, 3, 1, 10, 0);

    [Fact]
    public async Task T93_ThreeReadyTheSameDayAreOneSms_AndWhatIsCollectedIsNotRemindedOf()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await PutPickupsAsync(system);
        Assert.Equal(200, (await system.PostAsync("people", Family)).Status);

        await system.PostAsync("pickups", One);
        await system.PostAsync("pickups", One, "second");
        library.Machine.SetClock(Stockholm.MomentOf(Monday.PlusMinutes(20)));
        var third = await system.PostAsync("pickups", One, "third");
        Assert.Equal(3, third.Json.GetProperty("items").GetInt32());
        await library.GoToAsync(Monday.PlusMinutes(31));
        Assert.Equal("Ni har 3 att hämta på Provby bibliotek.", Assert.Single(library.Sms).Text);

        // Said is said: what comes later that day is spoken of for itself.
        var later = await system.PostAsync("pickups", One);
        Assert.Equal(1, later.Json.GetProperty("items").GetInt32());
        Assert.NotEqual(third.Text("id"), later.Text("id"));
        Assert.Equal(200, (await system.PostAsync($"pickups/{later.Text("id")}/collected")).Status);
        Assert.Equal(200, (await system.PostAsync($"pickups/{third.Text("id")}/collected")).Status);
        await library.GoToAsync(Monday.PlusHours(2));
        await library.GoToAsync(new LocalDateTime(2027, 3, 5, 10, 1));

        Assert.Single(library.Sms);
    }

    [Fact]
    public async Task WhatIsNotCollected_IsRemindedOf_AndARequestThatIsRepeatedAfterACrashIsCountedOnce()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await PutPickupsAsync(system);
        await system.PostAsync("people", Family);

        var first = await system.PostAsync("pickups", One, "again");
        var repeated = await system.PostAsync("pickups", One, "again");
        Assert.Equal((first.Body, true), (repeated.Body, repeated.IsReplayed));
        Assert.Equal(422, (await system.PostAsync("pickups", One.Replace("L-1", "L-2", StringComparison.Ordinal), "again")).Status);

        // As if the process had died after it counted and before it answered.
        await new TableServiceClient(library.Machine.ConnectionString).GetTableClient("Idempotency").DeleteAsync();
        await new TableServiceClient(library.Machine.ConnectionString).GetTableClient("Idempotency").CreateIfNotExistsAsync();
        Assert.Equal(first.Body, (await system.PostAsync("pickups", One, "again")).Body);

        await library.GoToAsync(Monday.PlusMinutes(31));
        await library.GoToAsync(new LocalDateTime(2027, 3, 5, 10, 1));
        Assert.Equal(["Ni har 1 att hämta på Provby bibliotek.", "Glöm inte: senast mån 8 mars."], library.Sms.Select(sms => sms.Text));
    }

    [Fact]
    public async Task AnOrderForSomebodyElse_IsToldToTheOneWhoOrderedOnly()
    {
        await using var library = await ALibrary.OpensAsync(Monday);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await system.PublishAsync("soc-kort", SomeProgrammes.PickupForSocialServices, ("ready", "email", "{{ capture subject }}Att hämta{{ end -}}<p>Nu finns {{ occasion.items }} att hämta.</p>"));
        await system.PostAsync("people", Family);
        await system.PostAsync(
            "people", """{ "people": [{ "reference": "P-1", "kind": "professional", "familyName": "Provdotter", "email": "alva@example.se" }] }""");

        var family = await system.PostAsync("pickups", """{ "programme": "soc-kort", "reference": "L-1", "place": "Provby bibliotek" }""");
        var handler = await system.PostAsync("pickups", """{ "programme": "soc-kort", "reference": "P-1", "place": "Provby bibliotek" }""");
        await library.GoToAsync(Monday.PlusMinutes(1));

        Assert.Equal(400, family.Status);
        Assert.Equal(200, handler.Status);
        Assert.Equal("alva@example.se", Assert.Single(library.Emails).To);
    }

    private static Task PutPickupsAsync(ALibrarySystem system) => system.PublishAsync(
        "bokhamtning",
        SomeProgrammes.Pickup,
        ("ready", "sms", "Ni har {{ occasion.items }} att hämta på {{ occasion.place }}."),
        ("reminder", "sms", "Glöm inte: senast {{ occasion.short_last_day }}."));
}
