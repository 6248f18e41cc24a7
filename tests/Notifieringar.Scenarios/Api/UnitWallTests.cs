using NodaTime;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Api;

/// <summary>The wall between units (domain.md T122).</summary>
public sealed class UnitWallTests
{
    internal const string Rules = """
        {
          "name": "Grannby bibliotek", "smsSender": "Grannby", "emailFrom": "bibliotek@grannby.example.se", "phone": "070-174 06 06",
          "returnAddress": ["Grannby bibliotek", "Storgatan 1", "998 20 Grannby"], "shards": 1,
          "visitDays": ["Tuesday"], "slotTimes": ["09:30"], "visitors": ["Par 1"]
        }
        """;

    [Fact]
    public async Task T122_AKeyOfOneUnit_ReachesNothingOfAnother_WhateverIdsItGuesses()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2027, 3, 1, 10, 0));
        using var own = await ALibrarySystem.WithKeyAsync(library);
        Assert.Equal(204, (await own.AdministerAsync("PUT", "units/grannby", Rules)).Status);
        using var other = await ALibrarySystem.WithKeyAsync(library, "grannby");
        await own.PublishAsync("bokhamtning", SomeProgrammes.Pickup);
        await own.PublishAsync("hostlov", SomeProgrammes.Greeting);
        var saved = await own.PostAsync("people", """{ "people": [{ "reference": "L-1", "kind": "household", "familyName": "Provström", "phone": "070-174 06 11" }] }""");
        var person = saved.Json.GetProperty("people")[0].GetProperty("id").GetString();
        var pickup = $$"""{ "programme": "bokhamtning", "person": "{{person}}", "place": "Provby bibliotek" }""";
        var ready = await own.PostAsync("pickups", pickup, "same");
        var campaign = await own.PostAsync("campaigns", """{ "programme": "hostlov" }""");
        await own.PostAsync($"pickups/{ready.Text("id")}/collected");

        Assert.Equal(404, (await other.PostAsync("pickups", pickup, "same")).Status); // nor is another's answer given again
        Assert.Equal(404, (await other.PostAsync($"pickups/{ready.Text("id")}/collected")).Status);
        Assert.Equal(404, (await other.GetAsync($"campaigns/{campaign.Text("id")}")).Status);
        Assert.Equal(404, (await other.PostAsync($"campaigns/{campaign.Text("id")}/cancel")).Status);
        Assert.Equal(404, (await other.GetAsync($"campaigns/{Uri.EscapeDataString($"../provby/{campaign.Text("id")}")}")).Status);
        Assert.Equal("""{"campaigns":[]}""", (await other.GetAsync("campaigns")).Body);
        Assert.Equal("""{"notices":[]}""", (await other.GetAsync($"notices?person={person}")).Body);
        Assert.Equal("""{"notices":[]}""", (await other.GetAsync("notices?since=2020-01-01T00:00:00Z")).Body);
        Assert.Equal(0, (await other.GetAsync("statistics?from=2027-01-01&to=2027-12-31")).Json.GetProperty("notices").GetProperty("number").GetInt32());
        Assert.NotEmpty((await own.GetAsync($"notices?person={person}")).Json.GetProperty("notices").EnumerateArray());
    }

    [Fact]
    public async Task AKeyThatIsForgedForAnotherUnit_OrRevoked_OpensNothing()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2027, 3, 1, 10, 0));
        using var system = new ALibrarySystem(library);
        await system.AdministerAsync("PUT", "units/grannby", Rules);
        var mine = (await system.AdministerAsync("PUT", "keys/grannby/script", "")).Text("key");
        await system.AdministerAsync("PUT", "keys/provby/script", "");
        var second = (await system.AdministerAsync("PUT", "keys/grannby/script-2", "")).Text("key");

        system.Use(mine.Replace("grannby", "provby", StringComparison.Ordinal));
        Assert.Equal(401, (await system.GetAsync("campaigns")).Status);
        system.Use(mine);
        Assert.Equal(200, (await system.GetAsync("campaigns")).Status);
        await system.AdministerAsync("DELETE", "keys/grannby/script", "");
        Assert.Equal(401, (await system.GetAsync("campaigns")).Status);
        system.Use(second);
        Assert.Equal(200, (await system.GetAsync("campaigns")).Status);
        Assert.Equal(409, (await system.AdministerAsync("PUT", "keys/grannby/script-2", "")).Status);
    }
}
