using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Templates;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.TestMessages;

namespace Notifieringar.Workflows;

/// <summary>Sends a campaign's text to who looks at the campaign: about its own occasion, as to an invented family.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="reading">Reads a campaign with all it names.</param>
/// <param name="send">Sends test messages.</param>
public sealed class SendCampaignTest(CampaignTable campaigns, CampaignReading reading, SendTestMessage send)
{
    /// <summary>The invented families, the usual one first.</summary>
    public static IReadOnlyList<string> Families { get; } = [TestFamily.Usual, .. TestFamily.Names.Where(name => name != TestFamily.Usual)];

    /// <summary>Tells whether an invented family can be written to by letter only.</summary>
    /// <param name="family">One of <see cref="Families"/>.</param>
    /// <returns>True for one without phone and e-mail.</returns>
    public static bool GetsLettersOnly(string family) => TestFamily.GetsLettersOnly(family);

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="channel">SMS, e-mail or letter.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="family">One of <see cref="Families"/>.</param>
    /// <param name="receiver">The tester's own number or address; null for a letter, which is given back.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<TestOutcome> RunAsync(
        UnitId unit, string id, Channel channel, string language, string family, string? receiver, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(unit, id, cancellation).ConfigureAwait(false) is not { } campaign
            || await reading.ReadAsync(campaign, cancellation).ConfigureAwait(false) is not { } context)
        {
            return new TestOutcome.Unknown("There is no such campaign in this unit.");
        }

        var order = JsonSerializer.Serialize(new TestOrder(receiver, family), JsonSerializerOptions.Web);
        var key = new TemplateKey(campaign.Programme, campaign.Step, channel, language);
        return await send.RunAsync(unit, key, order, context.Occasion, cancellation).ConfigureAwait(false);
    }
}
