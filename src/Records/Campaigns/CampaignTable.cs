using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Campaigns;

/// <summary>Campaigns of a unit: state, audience, pins.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class CampaignTable(Tables tables)
{
    private const string Name = "Campaigns";

    /// <summary>Adds a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when there is one for this occasion and step.</returns>
    public async Task<bool> AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        return await table.TryAddAsync(Row(campaign), cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a campaign as it was read and changed.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone else has changed it meanwhile.</returns>
    public async Task<bool> UpdateAsync(Campaign campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            await table.UpdateEntityAsync(Row(campaign), new ETag(campaign.Version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    /// <summary>Finds a campaign.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign; null when there is none.</returns>
    public async Task<Campaign?> FindAsync(UnitId unit, string id, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, id, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? Read(found) : null;
    }

    /// <summary>The campaigns of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>All of them, by id.</returns>
    public Task<IReadOnlyList<Campaign>> ListAsync(UnitId unit, CancellationToken cancellation) =>
        QueryAsync($"PartitionKey eq {TableExtensions.Quoted(unit.Value)}", cancellation);

    /// <summary>The campaigns of all units that have something to do.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those that wait for their time, and those that run.</returns>
    public Task<IReadOnlyList<Campaign>> UnderWayAsync(CancellationToken cancellation) =>
        QueryAsync($"State eq '{CampaignState.Approved}' or State eq '{CampaignState.Running}'", cancellation);

    private async Task<IReadOnlyList<Campaign>> QueryAsync(string filter, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new List<Campaign>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(Read(row));
        }

        return found;
    }

    private static TableEntity Row(Campaign campaign) => new(campaign.Unit.Value, campaign.Id)
    {
        ["Programme"] = campaign.Programme,
        ["Starts"] = Keys.Local(campaign.Starts),
        ["PostalCodes"] = string.Join(' ', campaign.Audience.PostalCodes),
        ["Languages"] = string.Join(' ', campaign.Audience.Languages),
        ["People"] = string.Join(' ', campaign.Audience.People.Select(person => person.Value)),
        ["State"] = campaign.State.ToString(),
        ["By"] = campaign.By,
        ["ApprovedBy"] = campaign.ApprovedBy,
        ["StartsAt"] = campaign.StartsAt.ToDateTimeOffset(),
        ["Recipients"] = campaign.Recipients,
        ["Pins"] = campaign.Pins,
        ["Result"] = campaign.Result is { } result ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web) : null,
        ["CheckedAt"] = campaign.CheckedAt?.ToDateTimeOffset(),
        ["Trace"] = campaign.Trace,
    };

    private static Campaign Read(TableEntity row)
    {
        var id = row.RowKey.Split('~');
        return new Campaign(
            new UnitId(row.PartitionKey),
            new OccasionId(id[0]),
            row.GetString("Programme") ?? "",
            id[1],
            Keys.ParseLocal(row.GetString("Starts") ?? ""),
            new CampaignAudience(
                [.. Words(row, "PostalCodes")], [.. Words(row, "Languages")], [.. Words(row, "People").Select(person => new PersonId(person))]),
            Enum.Parse<CampaignState>(row.GetString("State") ?? ""),
            row.GetString("By") ?? "",
            row.GetString("ApprovedBy"),
            row.GetInstant("StartsAt") ?? Instant.MaxValue,
            row.GetInt32("Recipients"),
            row.GetString("Pins") ?? "",
            row.GetString("Result") is { } result ? JsonSerializer.Deserialize<CampaignResult>(result, JsonSerializerOptions.Web) : null,
            row.GetInstant("CheckedAt"),
            row.ETag.ToString("G"),
            row.GetString("Trace"));
    }

    private static string[] Words(TableEntity row, string name) => (row.GetString(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
