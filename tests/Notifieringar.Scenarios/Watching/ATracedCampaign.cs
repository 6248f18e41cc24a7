using Notifieringar.LocalHost;
using Notifieringar.Model;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Scenarios.Watching;

/// <summary>A story hour for three families with telephones and one without, sent and answered by receipts, while a collector listens.</summary>
internal sealed class ATracedCampaign : IAsyncDisposable
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 10, 0);

    private ATracedCampaign(ALibrary library) => Library = library;

    public static AFamily[] Families { get; } =
    [
        Family("Ottilia", 0), Family("Valdemar", 1), Family("Henrika", 2),
        new AFamily { GivenName = "Gottfrid", FamilyName = "Spårlöv", Street = "Kvarnbacken 12", Child = "Linnéa", Email = "gottfrid@example.se" },
    ];

    public ALibrary Library { get; }

    public string CampaignId { get; private set; } = "";

    /// <summary>From the list of families to the receipts.</summary>
    /// <param name="settings">Where telemetry goes; nowhere when there are none.</param>
    public static async Task<ATracedCampaign> SentAsync(IReadOnlyDictionary<string, string> settings)
    {
        var library = await ALibrary.OpensAsync(
            Morning, machine: options => options with { SendReceipts = true, ExtraSettings = options.ExtraSettings.Concat(settings).ToDictionary() });
        var traced = new ATracedCampaign(library);
        await ACampaign.AddStoryHourAsync(library, "Hej! Välkomna till sagostund {{ occasion.short_date }}. Svara: {{ answer.url }}");
        await library.ImportAsync(Families);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        traced.CampaignId = campaign.Id;
        await campaign.ApprovedAsync();
        await campaign.MinuteAsync();
        var settled = await library.Machine.SettleAsync(TimeSpan.Zero, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(settled.InTime);
        await library.FireAsync("SweepReceipts");
        await library.DrainAsync();
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5)); // the letter run has closed
        return traced;
    }

    /// <summary>The id in telemetry of what was said to a family.</summary>
    public async Task<string> NoticeOfAsync(string givenName)
    {
        var recipient = await Library.HouseholdOfAsync(givenName);
        var secrets = Secrets.LoadOrCreate(Path.Combine(Library.Folder, "secrets.json"));
        var traces = new NoticeTraces(Convert.FromBase64String(secrets.AnswerCodesKey));
        var notice = Assert.Single(recipient.Notices, notice => notice.Key.Programme == "sagostund");
        return traces.IdOf(new NoticeReference(ALibrary.Unit, recipient.Person.Id, notice.Key));
    }

    public ValueTask DisposeAsync() => Library.DisposeAsync();

    private static AFamily Family(string givenName, int number) => new()
    {
        GivenName = givenName,
        FamilyName = "Spårlöv",
        Street = "Kvarnbacken 12",
        Child = "Linnéa",
        Email = $"{givenName}@example.se",
        Phone = AFamily.PhoneNumber(number),
    };
}
