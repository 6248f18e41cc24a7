using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Auditing;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Erasing;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Who has done what: written for everything that anybody does, and names no family.</summary>
public sealed class AuditTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly AFamily Family = new() { GivenName = "Malva", FamilyName = "Provfjord", Phone = AFamily.PhoneNumber(51), Email = "malva@example.se", Street = "Raderstigen 7" };

    [Fact]
    public async Task WhatStaffScriptsAndTheFunctionKeyDo_IsLogged_WithoutNamesOrContacts_AndShownToAdministrators()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        await library.ImportAsync(Family);
        var visit = Assert.Single(await library.OccasionsAsync());
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.Date.At(new LocalTime(7, 0))));
        await library.ImportAsync(Family);
        using var anna = await ASignedIn.AsAsync(library, "anna", "staff", "administrator");
        using var bertil = await ASignedIn.AsAsync(library, "bertil", "staff");
        using var erasing = new AnErasure(library);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        var household = await library.HouseholdOfAsync("Malva");

        Assert.Equal(HttpStatusCode.NotFound, (await anna.PressAsync("idag", "logg", ("allt", "bort"))).StatusCode); // what has been done stands
        await bertil.PressAsync("idag", "utskick/nagot~invitation", ("gor", "approve"));
        await bertil.PressAsync("idag", "ringlista", ("vem", household.Person.Id.Value), ("klar", "Malva Provfjord"), ("Malva Provfjord", "070-1740656"));
        await anna.PressAsync("idag", "idag", ("sjuk", visit.Visitors));
        await library.DrainAsync();
        var key = Guid.NewGuid().ToString("N");
        const string Body = """{ "people": [{ "reference": "L-1", "kind": "household", "givenName": "Signe", "phone": "070-174 06 11" }] }""";
        Assert.Equal(200, (await system.PostAsync("people", Body, key)).Status);
        Assert.Equal(200, (await system.PostAsync("people", Body, key)).Status); // done once, and noted once
        await erasing.ExportAsync(household);
        await erasing.EraseAsync(household);
        await library.DrainAsync();

        var page = await anna.PageAsync("logg");
        Assert.Contains("anna (du)", Plain(page), StringComparison.Ordinal);
        Assert.Contains("Idag sjuk", Plain(page), StringComparison.Ordinal);
        Assert.Contains("Besöken ställs in och familjerna får veta det.", page, StringComparison.Ordinal);
        Assert.Contains("Utskick nagot~invitation gor=approve nekat: saknar rollen", Plain(page), StringComparison.Ordinal);
        Assert.Contains("Ringlista vem=h-", Plain(page), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "api-bibliotekssystem"));
        Assert.Contains("funktionsnyckel GET households h-", Plain(page), StringComparison.Ordinal);
        Assert.Contains("funktionsnyckel DELETE households h-", Plain(page), StringComparison.Ordinal);
        Assert.Contains("funktionsnyckel PUT roles bertil", Plain(page), StringComparison.Ordinal);
        var rows = await RowsAsync(library);
        Assert.All(
            new[] { "Malva", "Provfjord", "1740656", "174 06", "example.se", "Raderstigen", "Signe", household.Person.Id.Value, "Par 1" },
            word => Assert.DoesNotContain(word, rows, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task TheLog_IsForAdministratorsOnly_ByDayAndPage()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var anna = await ASignedIn.AsAsync(library, "anna", "staff", "administrator");
        using var bertil = await ASignedIn.AsAsync(library, "bertil", "staff");
        var audit = new AuditTable(new Tables(new TableServiceClient(library.Machine.ConnectionString)));
        var now = Stockholm.MomentOf(PlanningDay);
        for (var earlier = 0; earlier < 105; earlier++)
        {
            var entry = new AuditEntry(ALibrary.Unit, ("", ""), now - Duration.FromMinutes(earlier), "anna", "ringlista", $"nr-{earlier}", "settled");
            await audit.AddAsync(entry, PlanningDay.Date, CancellationToken.None);
        }

        var others = new AuditEntry(new UnitId("grannby"), ("", ""), now, "cecilia", "ringlista", "nr-grannby", "settled");
        await audit.AddAsync(others, PlanningDay.Date, CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, (await bertil.GetAsync($"/personal/{ALibrary.Unit}/logg")).StatusCode);
        Assert.DoesNotContain("/logg", await bertil.PageAsync("idag"), StringComparison.Ordinal);
        var first = await anna.PageAsync("logg");
        Assert.Equal(100, Regex.Count(first, "<th scope=\"row\">"));
        var next = Regex.Match(first, "href=\"/personal/[^/]+/(?<next>logg\\?dag=[^\"]+efter[^\"]+)\"").Groups["next"].Value;
        var second = await anna.PageAsync(next);
        Assert.InRange(Regex.Count(second, "<th scope=\"row\">"), 5, 40);
        Assert.Contains("nr-104", second, StringComparison.Ordinal);
        Assert.DoesNotContain("nr-3 ", second, StringComparison.Ordinal);
        Assert.DoesNotContain("efter=", second, StringComparison.Ordinal);
        var tricked = await anna.PageAsync($"logg?efter={Uri.EscapeDataString("' or PartitionKey gt '")}");
        Assert.Contains("nr-3 ", Plain(tricked), StringComparison.Ordinal);
        Assert.DoesNotContain("nr-grannby", tricked, StringComparison.Ordinal);
        Assert.Contains("Ingenting är gjort den här dagen.", await anna.PageAsync("logg?dag=2025-02-02"), StringComparison.Ordinal);
    }

    private static string Plain(string html) => Regex.Replace(Regex.Replace(html, "<[^>]+>", " "), @"\s+", " ");

    private static async Task<string> RowsAsync(ALibrary library)
    {
        var table = await new Tables(new TableServiceClient(library.Machine.ConnectionString)).GetAsync("Audit");
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(""))
        {
            rows.Add(string.Join('|', row.Select(property => $"{property.Key}={property.Value}")));
        }

        Assert.NotEmpty(rows);
        return string.Join('\n', rows);
    }
}
