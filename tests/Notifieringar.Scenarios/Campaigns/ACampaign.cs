using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Scenarios.Campaigns;

/// <summary>A campaign of an invented library, steered as staff do.</summary>
internal sealed class ACampaign : IDisposable
{
    private readonly ALibrary _library;
    private readonly HttpClient _http;

    private ACampaign(ALibrary library)
    {
        _library = library;
        _http = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        _http.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
    }

    public string Id { get; private set; } = "";

    /// <summary>Prepares a campaign; it must be possible.</summary>
    public static async Task<ACampaign> PreparedAsync(ALibrary library, object draft)
    {
        var campaign = new ACampaign(library);
        using var answer = await campaign.PostAsync("", draft);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        campaign.Id = (await ViewOf(answer)).Id;
        return campaign;
    }

    /// <summary>A programme that is not shipped: a story hour, by SMS or letter, with Swedish texts.</summary>
    public static async Task AddStoryHourAsync(ALibrary library, string sms = "Välkomna till sagostund {{ occasion.short_date }} kl. {{ occasion.time }}.", string discretion = "D1", string answers = "\"yes\", \"no\"")
    {
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        await new DefinitionTable(tables).PutAsync(
            DefinitionTable.Programmes,
            "sagostund",
            $$"""
            {
              "id": "sagostund", "name": "Sagostund", "discretion": "{{discretion}}",
              "occasion": { "kind": "meeting", "minutes": 45 },
              "audience": { "who": "household", "childMonths": { "from": 0, "below": 24 } },
              "answers": [{{answers}}],
              "steps": [
                { "id": "invitation", "anchor": "planned", "offset": { "days": 0 }, "ladder": [{ "channel": "sms" }, { "channel": "letter" }],
                  "validFor": { "days": 2 }, "condition": "notDeclined", "touch": true }
              ]
            }
            """,
            CancellationToken.None);
        await PutTextAsync(library, Channel.Sms, sms, "1");
        await PutTextAsync(library, Channel.Letter, "<h1>Sagostund</h1><p>Välkomna {{ occasion.date }} kl. {{ occasion.time }} till {{ occasion.place }}!</p>", "1");
    }

    public static async Task PutTextAsync(ALibrary library, Channel channel, string source, string version)
    {
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        var text = new StoredText("sagostund", "invitation", channel, "sv", version, source, Shipped: true);
        Assert.True(await new TemplateTable(tables).SeedAsync(text, CancellationToken.None));
    }

    public static object StoryHour(string by = "anna", string starts = "2025-02-20T10:00") =>
        new { programme = "sagostund", starts = new[] { starts }, place = "Provby bibliotek", by };

    public async Task<DryRunReport> DryRunAsync()
    {
        using var answer = await PostAsync("/dry-run", new { });
        return (await answer.Content.ReadFromJsonAsync<DryRunReport>(JsonSerializerOptions.Web))!;
    }

    /// <summary>Says it until the function process, which a scenario may have killed, is there to hear.</summary>
    public async Task<CampaignView> SayAsync(string action, string by = "bertil")
    {
        var answer = await PostAsync($"/{action}", new { by });
        while ((int)answer.StatusCode >= 500)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
            answer.Dispose();
            answer = await PostAsync($"/{action}", new { by });
        }

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var view = await ViewOf(answer);
        answer.Dispose();
        return view;
    }

    public async Task<HttpStatusCode> TryAsync(string action, string by)
    {
        using var answer = await PostAsync($"/{action}", new { by });
        return answer.StatusCode;
    }

    /// <summary>Dry run and approval.</summary>
    public async Task ApprovedAsync()
    {
        await DryRunAsync();
        await SayAsync("approve");
    }

    /// <summary>What the timers do in a minute: begin, invite, send.</summary>
    public async Task MinuteAsync()
    {
        await _library.FireAsync("SweepCampaigns");
        await _library.DrainAsync();
        await _library.FireAsync("SendDueNotices");
        await _library.DrainAsync();
    }

    public async Task<CampaignView> ViewAsync() =>
        (await _http.GetFromJsonAsync<CampaignView>(new Uri($"campaigns/{ALibrary.Unit}/{Id}", UriKind.Relative), JsonSerializerOptions.Web))!;

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string action, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri($"campaigns/{ALibrary.Unit}{(Id.Length > 0 ? "/" : "")}{Id}{action}", UriKind.Relative), content);
    }

    private static async Task<CampaignView> ViewOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<CampaignView>(JsonSerializerOptions.Web))!;
}
