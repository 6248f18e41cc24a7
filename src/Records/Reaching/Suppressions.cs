using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Reaching;

/// <summary>Why a contact is not used.</summary>
public enum SuppressionReason
{
    /// <summary>What was sent there came back.</summary>
    Bounced,

    /// <summary>Its holder answered STOPP.</summary>
    Stop,

    /// <summary>Its holder, or the whole family, has asked for no more.</summary>
    OptedOut,

    /// <summary>A family has been erased; it may not come back by an import (<see cref="ErasedHouseholds"/>).</summary>
    Erased,
}

/// <summary>A contact that is not used, known by its hash only.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Hash">Hash of the contact, or of a person's id.</param>
/// <param name="Channels">The channels it is not used for; none for a person's id, which stands for a family that wants nothing at all.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="IsWrongNumber">True for a number whose holder is not the family: it is not kept with a household at all.</param>
public sealed record Suppression(
    UnitId Unit, string Hash, ClosedChannels Channels, SuppressionReason Reason, Instant At, bool IsWrongNumber = false);

/// <summary>Contacts that are not used. They outlive the people: an import that brings a contact back brings it back closed.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class Suppressions(Tables tables)
{
    internal const string Name = "Suppressions";
    private const string WrongNumber = "WrongNumber";

    /// <summary>A unit's suppressions: one partition.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By hash.</returns>
    public async Task<IReadOnlyDictionary<string, Suppression>> ReadAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new Dictionary<string, Suppression>(StringComparer.Ordinal);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found[row.RowKey] = new Suppression(
                unit,
                row.RowKey,
                (ClosedChannels)(row.GetInt32("Channels") ?? 0),
                Enum.Parse<SuppressionReason>(row.GetString("Reason") ?? ""),
                row.GetInstant("At") ?? Instant.MinValue,
                row.GetBoolean(WrongNumber) ?? false);
        }

        return found;
    }

    /// <summary>Writes what people have asked for: it replaces what was only observed. A wrong number stays one.</summary>
    /// <param name="asked">Suppressions, of any units.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<Suppression> asked, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        foreach (var unit in asked.DistinctBy(one => (one.Unit, one.Hash)).GroupBy(one => one.Unit))
        {
            foreach (var part in unit.Chunk(Tables.TransactionLimit))
            {
                await table.SubmitTransactionAsync(
                    part.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Row(one))), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes what was observed of a contact; what somebody has asked for stands.</summary>
    /// <param name="observed">The suppression.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has one.</returns>
    public async Task AddAsync(Suppression observed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.TryAddAsync(Row(observed), cancellation).ConfigureAwait(false);
    }

    internal static TableEntity Row(Suppression one) => new(one.Unit.Value, one.Hash)
    {
        ["Channels"] = (int)one.Channels,
        ["Reason"] = one.Reason.ToString(),
        ["At"] = one.At.ToDateTimeOffset(),
        [WrongNumber] = one.IsWrongNumber ? true : null, // a merge keeps what it does not name
    };
}
