using System.Text.Json;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Texts;

/// <summary>Promise 5: a translation is not sent when the Swedish text has changed since.</summary>
public sealed class StaleTextTests
{
    private const string Arabic = "ساعة الحكاية {{ occasion.short_date }}";
    private const string Address = "texts/sagostund/invitation";

    [Fact]
    public async Task T115_ASwedishTextIsChanged_ItsTranslationsAreStale_AndSentOnlyWhereThatIsAllowedOrTheyAreStillRight()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 10, 0));
        using var administrator = new ALibrarySystem(library);
        await ACampaign.AddStoryHourAsync(library);
        var before = await PutAsync(administrator, $"{Address}/sv/sms?reviewed=true", "Sagostund {{ occasion.short_date }}");
        await PutAsync(administrator, $"{Address}/ar/sms?reviewed=true", Arabic);
        await library.ImportAsync(new AFamily { Phone = AFamily.PhoneNumber(1), Language = "arabiska", Born = new LocalDate(2023, 6, 1) });
        using var approved = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        Assert.Equal(("ar", 0), await LanguageAsync(approved));
        await approved.SayAsync("approve");
        await approved.SayAsync("pause");

        var after = await PutAsync(administrator, $"{Address}/sv/sms?reviewed=true", "Sagostunden {{ occasion.short_date }} är i parken");
        Assert.Equal(["ar"], Stale(after));
        var shown = (await administrator.AdministerAsync("GET", Address, "")).Json.EnumerateArray().Single(text => Is(text, "language", "ar"));
        Assert.True(shown.GetProperty("stale").GetBoolean());
        Assert.Equal(before.GetProperty("version").GetString(), shown.GetProperty("translatedFrom").GetString());

        // What is approved is not touched; what comes after falls back.
        await approved.SayAsync("resume");
        await approved.MinuteAsync();
        Assert.StartsWith("ساعة", Assert.Single(library.Sms).Text, StringComparison.Ordinal);
        using var next = await ACampaign.PreparedAsync(library, ACampaign.StoryHour(starts: "2025-02-21T10:00"));
        Assert.Equal(("sv", 1), await LanguageAsync(next));

        await AllowStaleTextsAsync(administrator, isAllowed: true);
        Assert.Equal(("ar", 0), await LanguageAsync(next));
        await AllowStaleTextsAsync(administrator, isAllowed: false);
        await next.SayAsync("approve");
        await next.MinuteAsync();
        Assert.Equal("Sagostunden fre 21 februari är i parken", library.Sms[^1].Text);

        // Somebody compares it with the Swedish text of today; with that of yesterday it does not count.
        var outdated = await administrator.AdministerAsync("PUT", $"{Address}/ar/sms?stillRight={before.GetProperty("version").GetString()}", "");
        Assert.Equal(409, outdated.Status);
        var confirmed = await PutAsync(administrator, $"{Address}/ar/sms?stillRight={after.GetProperty("version").GetString()}", "");
        Assert.Empty(Stale(confirmed));
        using var last = await ACampaign.PreparedAsync(library, ACampaign.StoryHour(starts: "2025-02-24T10:00"));
        Assert.Equal(("ar", 0), await LanguageAsync(last));
    }

    [Fact]
    public async Task T115_ShippedTexts_AreStaleOnlyWhenAnAdministratorHasChangedTheSwedishOne_AndSeedingChangesNothingInThat()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 10, 0));
        using var administrator = new ALibrarySystem(library);
        Assert.Empty(await StaleAsync(administrator));
        var shipped = (await administrator.AdministerAsync("GET", "texts/sprakstart-6/reminder", "")).Json.EnumerateArray()
            .Single(text => Is(text, "language", "sv") && Is(text, "channel", "Sms")).GetProperty("source").GetString()!;

        var changed = await PutAsync(administrator, "texts/sprakstart-6/reminder/sv/sms?reviewed=true", $"Hej! {shipped}");
        await library.FireAsync("SeedShippedTexts");
        var stale = await StaleAsync(administrator);
        Assert.Equal(Stale(changed), stale);
        Assert.Contains("ar", stale);
        Assert.DoesNotContain("sv", stale);

        await PutAsync(administrator, "texts/sprakstart-6/reminder/sv/sms?reviewed=true", shipped);
        Assert.Empty(await StaleAsync(administrator));
    }

    private static async Task<IReadOnlyList<string>> StaleAsync(ALibrarySystem administrator) =>
        [.. (await administrator.AdministerAsync("GET", "texts/sprakstart-6/reminder", "")).Json.EnumerateArray()
            .Where(text => text.GetProperty("stale").GetBoolean())
            .Select(text => text.GetProperty("language").GetString()!)];

    private static async Task<JsonElement> PutAsync(ALibrarySystem administrator, string path, string text)
    {
        var published = await administrator.AdministerAsync("PUT", path, text);
        Assert.True(published.Status == 200, published.Body);
        return published.Json;
    }

    private static async Task<(string Language, int FellBack)> LanguageAsync(ACampaign campaign)
    {
        var report = await campaign.DryRunAsync();
        return (Assert.Single(report.Languages).Key, report.FellBack);
    }

    private static async Task AllowStaleTextsAsync(ALibrarySystem administrator, bool isAllowed)
    {
        var rules = $$"""
            {
              "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
              "returnAddress": ["Provby bibliotek", "Storgatan 1", "998 10 Provby"], "shards": 4, "visitDays": ["Tuesday"],
              "slotTimes": ["09:30"], "visitors": ["Par 1"], "allowsStaleTexts": {{(isAllowed ? "true" : "false")}}
            }
            """;
        Assert.Equal(204, (await administrator.AdministerAsync("PUT", $"units/{ALibrary.Unit}", rules)).Status);
    }

    private static string[] Stale(JsonElement published) => [.. published.GetProperty("stale").EnumerateArray().Select(language => language.GetString()!)];

    private static bool Is(JsonElement text, string property, string value) => text.GetProperty(property).GetString() == value;
}
