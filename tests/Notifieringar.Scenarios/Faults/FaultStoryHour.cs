using System.Net;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Faults;

/// <summary>A story hour to which staff invite half of the households by a campaign, which they hold and let go on while everything breaks. Whoever
/// has said yes is reminded the day before.</summary>
internal sealed class FaultStoryHour
{
    public const string Programme = "sagostund";
    public const string Reminder = "reminder";

    private static readonly (Channel Channel, string Source)[] Texts =
    [
        (Channel.Sms, "Sagostund {{ occasion.short_date }} kl. {{ occasion.time }}. {{ answer.url }}"),
        (Channel.Email, "{{ capture subject }}Sagostund{{ end -}}<p>Välkomna {{ occasion.date }} kl. {{ occasion.time }}!</p>"),
        (Channel.Letter, "<h1>Sagostund</h1><p>Välkomna {{ occasion.date }} kl. {{ occasion.time }} till {{ occasion.place }}!</p>"),
    ];

    private FaultStoryHour(string campaign, Occasion occasion) => (Campaign, Occasion) = (campaign, occasion);

    /// <summary>The campaign's id.</summary>
    public string Campaign { get; }

    public Occasion Occasion { get; }

    /// <summary>Writes down the programme and its texts, before any process has read what there is.</summary>
    public static async Task DefineAsync(Tables tables, CancellationToken cancellation)
    {
        await new DefinitionTable(tables).PutAsync(
            DefinitionTable.Programmes,
            Programme,
            """
            {
              "id": "sagostund", "name": "Sagostund", "discretion": "D1",
              "occasion": { "kind": "meeting", "minutes": 45 },
              "audience": { "who": "household", "childMonths": { "from": 0, "below": 24 } },
              "answers": ["yes", "no"],
              "steps": [
                { "id": "invitation", "anchor": "planned", "offset": { "days": 0 }, "ladder": [{ "channel": "sms" }, { "channel": "email" }, { "channel": "letter" }],
                  "validFor": { "days": 3 }, "condition": "notDeclined" },
                { "id": "reminder", "anchor": "start", "offset": { "hours": -24 }, "ladder": [{ "channel": "sms" }, { "channel": "email" }],
                  "validFor": { "hours": 24 }, "condition": "yes" }
              ]
            }
            """,
            cancellation);
        foreach (var (channel, source) in Texts)
        {
            foreach (var step in new[] { "invitation", Reminder })
            {
                Assert.True(await new TemplateTable(tables).SeedAsync(new StoredText(Programme, step, channel, "sv", "1", source, Shipped: true), cancellation));
            }
        }
    }

    /// <summary>Prepares the campaign, looks at it and has it approved.</summary>
    public static async Task<FaultStoryHour> ApprovedAsync(ALibrary library, Tables tables, CancellationToken cancellation)
    {
        using var campaign = await ACampaign.PreparedAsync(library, new
        {
            programme = Programme,
            starts = new[] { "2025-02-07T10:00" },
            place = "Provby bibliotek",
            audience = new { postalCodes = new[] { FaultCampaign.InvitedPostalCode } },
            by = "anna",
        });
        await campaign.ApprovedAsync();
        var occasion = Assert.Single(await new OccasionTable(tables).ListAsync(FaultCampaign.Unit, Programme, cancellation));
        return new FaultStoryHour(campaign.Id, occasion);
    }

    /// <summary>Somebody has doubts, and is told that all is well.</summary>
    public async Task RunAsync(StormHttp http, FaultOptions options, CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 13);
        foreach (var action in new[] { "pause", "resume" })
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (3 * random.NextDouble())), cancellation);
            await SayAsync(http, action, cancellation);
        }
    }

    // It may have begun and not have been seen yet; and what was said and not heard is refused the second time.
    private async Task SayAsync(StormHttp http, string action, CancellationToken cancellation)
    {
        var status = await http.PostAsync($"campaigns/{FaultCampaign.Unit}/{Campaign}/{action}", new { by = "bertil" }, cancellation);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"The campaign's {action} was answered {status}.");
    }
}
