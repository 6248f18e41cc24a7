using System.Collections.Concurrent;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Which campaign a notice belongs to, and how it stands, as this instance last read it: a pause is seen by all within a minute.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="time">Real time: a pause holds whatever the clock of due notices says.</param>
public sealed class CampaignSwitch(CampaignTable campaigns, DefinitionCache definitions, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<(UnitId, string), (DateTimeOffset ReadAt, Campaign? Campaign)> _read = new();

    /// <summary>Tells whether a programme's notices are sent by campaign: occasions that many are invited to. Visits and pickups are planned one
    /// by one.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when there may be a campaign.</returns>
    public async Task<bool> HasCampaignsAsync(string programme, CancellationToken cancellation)
    {
        var found = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme);
        return found?.Occasion.Kind is OccasionKind.Meeting or OccasionKind.Series or OccasionKind.Stop or OccasionKind.None;
    }

    /// <summary>The campaign of an occasion and a step.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign; null for what is said without one.</returns>
    public async Task<Campaign?> FindAsync(UnitId unit, string programme, OccasionId occasion, string step, CancellationToken cancellation)
    {
        if (!await HasCampaignsAsync(programme, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        var key = (unit, $"{occasion}~{step}");
        var now = time.GetUtcNow();
        if (_read.TryGetValue(key, out var known) && now - known.ReadAt < Fresh)
        {
            return known.Campaign;
        }

        var campaign = await campaigns.FindAsync(unit, key.Item2, cancellation).ConfigureAwait(false);
        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        _read[key] = (now, campaign);
        return campaign;
    }

    /// <summary>Forgets what was read, after this instance has changed a campaign.</summary>
    internal void Forget() => _read.Clear();
}
