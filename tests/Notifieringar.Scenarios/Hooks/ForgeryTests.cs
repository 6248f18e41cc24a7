using System.Net;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>Hooks stand open to the world: only the provider gets anything in, and nothing that names anybody stays.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public async Task OnlyTheProvider_CanPostReceipts()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        await AReminder.SentAsync(library, new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(0), Email = "malva@example.se" });
        var (notice, _) = await AReminder.OfAsync(library, "Malva", Channel.Sms);
        var sms = $"[{AProvider.Report(notice, "Failed", "4007: opted out")}]";
        var mail = $"[{AProvider.MailEvent(notice, "spamreport")}]";
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;

        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostSmsAsync(sms, "guess")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostUnsignedAsync("sms", sms)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostUnsignedAsync("mail", mail)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostMailAsync(mail, key: stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostMailAsync(mail, at: now.AddHours(-26))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await provider.PostMailAsync(mail, at: now.AddMinutes(11))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await provider.PostSmsAsync("not json")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await provider.PostMailAsync("{}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.PostUnsignedAsync("fax", sms)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await provider.PostSmsAsync(new string(' ', (1024 * 1024) + 1))).StatusCode);
        await provider.WorkOffAsync();

        var household = await library.HouseholdOfAsync("Malva");
        Assert.Equal(ClosedChannels.None, household.Person.Closed);
        Assert.Equal(NoticeState.Accepted, (await AReminder.OfAsync(library, "Malva", Channel.Sms)).State);
        Assert.Equal(HttpStatusCode.OK, (await provider.PostSmsAsync(sms)).StatusCode); // and the same body from the provider is taken
    }

    [Fact]
    public async Task ANewEventSubscription_IsAnsweredWithItsCode_OnlyWhenItKnowsTheSecret()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        const string Question = """
            [{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"},"eventTime":"2025-01-15T08:00:00Z"}]
            """;

        using var answer = await provider.PostSmsAsync(Question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"validationResponse":"512d38b6"}""", await answer.Content.ReadAsStringAsync());
        using var refused = await provider.PostSmsAsync(Question, "guess");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task WhatWaitsInWorkAndWhatIsLogged_NamesNobody_AndHoldsNoSecret()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        await AReminder.SentAsync(library, new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(94), Email = "malva@example.se" });
        var (notice, _) = await AReminder.OfAsync(library, "Malva", Channel.Sms);

        using var sms = await provider.PostSmsAsync($"[{AProvider.Report(notice, "Failed", "4007: +46701740699 has opted out")},{AProvider.Inbound("46701740699", "Stopp, snälla")}]");
        using var mail = await provider.PostMailAsync($"[{AProvider.MailEvent(notice, "bounce", "bounce", "5.1.1")}]");
        using var forged = await provider.PostSmsAsync("[]", "0123456789guess");
        var waiting = await WorkAsync(provider);
        await provider.WorkOffAsync();

        Assert.Contains("receipt~", waiting, StringComparison.Ordinal);
        Assert.Contains("inbound~", waiting, StringComparison.Ordinal);
        var said = waiting + await File.ReadAllTextAsync(library.FunctionLog);
        foreach (var secret in new[] { "1740699", "example.se", "snälla", "Malva", "opted out", provider.SmsSecret, "0123456789guess" })
        {
            Assert.DoesNotContain(secret, said.Replace("provby.example.se", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task<string> WorkAsync(AProvider provider)
    {
        var rows = new List<string>();
        await foreach (var row in (await provider.Tables.GetAsync("Work")).QueryAsync<TableEntity>())
        {
            rows.Add(string.Join('|', row.Select(property => $"{property.Key}={property.Value}")));
        }

        return string.Join('\n', rows);
    }
}
