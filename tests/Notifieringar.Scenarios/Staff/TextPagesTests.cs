using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>What administrators do with texts on their pages.</summary>
public sealed partial class TextPagesTests
{
    private const string Sms = "mallar/sprakstart-6/reminder/sms/sv";
    private const string Words = "Vi ses {{ visit.short_date }} kl. {{ visit.time }}. {{ sender.phone }} {{ sender.name }}";
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task OnlyAdministratorsOfTheUnit_SeeTheirPages_AndForOthersTheyDoNotExist()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff", "campaigner", "approver");
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        string[] pages = ["mallar", "mallar/sprakstart-6", Sms, $"{Sms}/forhandsvisning", "installningar", "installningar/program/sprakstart-6"];

        foreach (var page in pages)
        {
            using var refused = await staff.GetAsync($"/personal/{ALibrary.Unit}/{page}");
            Assert.Equal((page, HttpStatusCode.NotFound), (page, refused.StatusCode));
            using var shown = await administrator.GetAsync($"/personal/{ALibrary.Unit}/{page}");
            Assert.Equal((page, HttpStatusCode.OK), (page, shown.StatusCode));
            using var elsewhere = await administrator.GetAsync($"/personal/grannby/{page}");
            Assert.Equal((page, HttpStatusCode.NotFound), (page, elsewhere.StatusCode));
        }

        Assert.DoesNotContain("/mallar", await staff.PageAsync("idag"), StringComparison.Ordinal);
        Assert.Contains("/mallar", await administrator.PageAsync("idag"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync(Sms, ("gor", "publish"), ("text", Words))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync(Sms, ("gor", "publish"), ("text", Words))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/personal/{ALibrary.Unit}/mallar/sprakstart-6/invitation/sms/sv")).StatusCode);
    }

    [Fact]
    public async Task AText_IsBroken_Mended_KeptAsADraftThatIsNotSent_Published_AndRestored()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        using var system = new ALibrarySystem(library);
        var before = await PublishedAsync(system);
        var seen = await FieldsAsync(administrator);

        var broken = await administrator.PressAsync(Sms, Sms, [.. seen, ("gor", "publish"), ("text", "Hej {{ guardian.nam }} <&>"), ("granskad", "ja")]);
        var shown = WebUtility.HtmlDecode(await broken.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("rad 1, tecken 8", shown, StringComparison.Ordinal);
        Assert.Contains("Hej {{ guardian.nam }} <&></textarea>", shown, StringComparison.Ordinal);

        var saved = await administrator.PressAsync(Sms, Sms, [.. seen, ("gor", "save"), ("text", Words)]);
        Assert.EndsWith("?sagt=draftSaved", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(Words, await administrator.PageAsync(Sms), StringComparison.Ordinal);
        Assert.Contains("utkast", await administrator.PageAsync("mallar/sprakstart-6"), StringComparison.Ordinal);
        Assert.Equal(before, await PublishedAsync(system));

        var published = await administrator.PressAsync(Sms, Sms, [.. await FieldsAsync(administrator), ("gor", "publish"), ("text", Words), ("granskad", "ja")]);
        Assert.EndsWith("?sagt=textPublished", published.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Words, (await PublishedAsync(system)).Source);
        Assert.DoesNotContain("Kasta utkastet", await administrator.PageAsync(Sms), StringComparison.Ordinal);
        Assert.Contains("inaktuell", await administrator.PageAsync("mallar/sprakstart-6/reminder/sms/ar"), StringComparison.Ordinal);

        var version = $"{Sms}/version/{before.Version}";
        Assert.Contains("<ins>", await administrator.PageAsync(version), StringComparison.Ordinal);
        var restored = await administrator.PressAsync(version, version);
        Assert.EndsWith("?sagt=textRestored", restored.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Words, (await PublishedAsync(system)).Source);
        await administrator.PressAsync(Sms, Sms, [.. await FieldsAsync(administrator), ("gor", "publish"), ("text", before.Source), ("granskad", "ja")]);
        Assert.Equal(before.Source, (await PublishedAsync(system)).Source);
        Assert.Contains("dig", await administrator.PageAsync(Sms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWhoEditTheSameText_NeverWriteOverEachOther_AndKeepWhatTheyHaveTyped()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var one = await ASignedIn.AsAsync(library, "bertil", "administrator");
        using var other = await ASignedIn.AsAsync(library, "cecilia", "administrator");
        using var system = new ALibrarySystem(library);
        var seen = await FieldsAsync(other);
        await one.PressAsync(Sms, Sms, [.. await FieldsAsync(one), ("gor", "save"), ("text", "Bertils utkast")]);

        var refused = await other.PressAsync(Sms, Sms, [.. seen, ("gor", "save"), ("text", "Cecilias utkast")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Cecilias utkast</textarea>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Bertils utkast</textarea>", await other.PageAsync(Sms), StringComparison.Ordinal);

        await one.PressAsync(Sms, Sms, [.. await FieldsAsync(one), ("gor", "publish"), ("text", Words), ("granskad", "ja")]);
        refused = await other.PressAsync(Sms, Sms, [.. seen, ("gor", "publish"), ("text", $"{Words}!"), ("granskad", "ja")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(Words, (await PublishedAsync(system)).Source);
    }

    [Fact]
    public async Task ATranslation_IsStale_UntilSomebodyHasFoundItStillRight_AndIsMarkedAsReviewed()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Arabic = "mallar/sprakstart-6/reminder/sms/ar";
        var reviewed = await administrator.PressAsync(Arabic, Arabic, [.. await FieldsAsync(administrator, Arabic), ("gor", "reviewed")]);
        Assert.EndsWith("?sagt=textReviewed", reviewed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Markera den publicerade", await administrator.PageAsync(Arabic), StringComparison.Ordinal);

        var swedish = Fields(await administrator.PageAsync(Sms));
        var words = await WordsAsync(administrator, Sms);
        await administrator.PressAsync(Sms, Sms, [.. swedish, ("gor", "publish"), ("text", $"Hej! {words}"), ("granskad", "ja")]);
        Assert.Contains("inaktuell", await administrator.PageAsync(Arabic), StringComparison.Ordinal);

        var right = await administrator.PressAsync(Arabic, Arabic, [.. await FieldsAsync(administrator, Arabic), ("gor", "stillRight")]);
        Assert.EndsWith("?sagt=textStillRight", right.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var now = await administrator.PageAsync(Arabic);
        Assert.DoesNotContain("inaktuell", now, StringComparison.Ordinal);
        Assert.DoesNotContain("inte granskad", now[..now.IndexOf("<h2>Versioner", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCheck_AnswersTheEditorsScript_WithPlaceAndRemedy()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");

        using var answer = await administrator.PressAsync(Sms, Sms, ("gor", "check"), ("svar", "json"), ("text", "Hej!\r\n{{ guardian.nam }}"));

        var finding = Assert.Single(
            await answer.Content.ReadFromJsonAsync<Finding[]>(TestContext.Current.CancellationToken) ?? [], found => found.Weight == "Error" && found.Line == 2);
        Assert.Equal(4, finding.Column);
        Assert.NotEmpty(finding.Remedy);
        using var script = await administrator.GetAsync(Script().Match(await administrator.PageAsync(Sms)).Groups["address"].Value);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ATest_GoesToTheTesterOnly_AndTheWordsStayInTheField()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");

        var refused = await administrator.PressAsync(Sms, Sms, ("gor", "test"), ("text", Words), ("till", "070"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"{Words}</textarea>", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(library.Sms);

        var sent = await administrator.PressAsync(Sms, Sms, ("gor", "test"), ("text", Words), ("till", "070-174 06 61"), ("familj", "long-names"));
        Assert.Contains($"{Words}</textarea>", WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("+46701740661", Assert.Single(library.Sms).To);
        Assert.StartsWith("[TEST] Vi ses", library.Sms[0].Text, StringComparison.Ordinal);
    }

    private static async Task<Published> PublishedAsync(ALibrarySystem system)
    {
        var texts = (await system.AdministerAsync("GET", "texts/sprakstart-6/reminder", "")).Json.EnumerateArray();
        var text = texts.Single(one => one.GetProperty("language").GetString() == "sv" && one.GetProperty("channel").GetString() == "Sms");
        return new Published(text.GetProperty("version").GetString()!, text.GetProperty("source").GetString()!);
    }

    private static async Task<(string, string)[]> FieldsAsync(ASignedIn administrator, string page = Sms) => Fields(await administrator.PageAsync(page));

    // What the page has seen, as its form sends it.
    private static (string, string)[] Fields(string page) =>
        [.. Hidden().Matches(page).Select(field => (field.Groups["name"].Value, field.Groups["value"].Value))];

    private static async Task<string> WordsAsync(ASignedIn administrator, string page) =>
        Area().Match(await administrator.PageAsync(page)).Groups["words"].Value;

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>utkast|publicerad|svensk)\" value=\"(?<value>.*?)\" />")]
    private static partial Regex Hidden();

    [GeneratedRegex("<textarea id=\"text\"[^>]*>(?<words>[^<]*)")]
    private static partial Regex Area();

    [GeneratedRegex("src=\"(?<address>/personal/filer/[0-9a-f]+/editor.js)\"")]
    private static partial Regex Script();

    private sealed record Published(string Version, string Source);

    private sealed record Finding(int Line, int Column, string Weight, string Message, string Remedy);
}
