using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Occasions;

/// <summary>Occasions of a unit.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class OccasionTable(Tables tables)
{
    private const string Collected = "Collected";

    /// <summary>Writes an occasion; one that exists is replaced.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        await table.UpsertEntityAsync(Row(occasion), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes many occasions; one that exists is replaced.</summary>
    /// <param name="occasions">The occasions.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<Occasion> occasions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasions);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        await table.PutAllAsync(occasions.Select(Row), cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds the occasion of an invitation.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The occasion; null when it is gone.</returns>
    public Task<Occasion?> FindAsync(UnitId unit, Invitation invitation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return FindAsync(unit, invitation.Programme, invitation.Starts, invitation.Occasion, cancellation);
    }

    /// <summary>Finds an occasion at a time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="starts">When it starts.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The occasion; null when it is not there, or not at that time.</returns>
    public async Task<Occasion?> FindAsync(
        UnitId unit, string programme, LocalDateTime starts, OccasionId occasion, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var key = Keys.Occasion(programme, starts, occasion);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? Read(found, unit) : null;
    }

    /// <summary>Forgets an occasion's row, after it has been written at another time.</summary>
    /// <param name="occasion">The occasion as it was.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var key = Keys.Occasion(occasion.Programme, occasion.Starts, occasion.Id);
        await table.DeleteEntityAsync(occasion.Unit.Value, key, ETag.All, cancellation).ConfigureAwait(false);
    }

    /// <summary>Calls an occasion off. One that is called off already keeps who did it.</summary>
    /// <param name="occasion">The occasion as read.</param>
    /// <param name="silence">The silence that calls it off.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task CancelAsync(Occasion occasion, string silence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        if (occasion.CancelledBy is null)
        {
            var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
            var row = new TableEntity(occasion.Unit.Value, Keys.Occasion(occasion.Programme, occasion.Starts, occasion.Id)) { ["CancelledBy"] = silence };
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Notes how a visit went.</summary>
    /// <param name="occasion">The visit.</param>
    /// <param name="result">How.</param>
    /// <param name="note">A few words; null for none.</param>
    /// <param name="by">Who says so, as an opaque id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task SetResultAsync(Occasion occasion, VisitResult result, string? note, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var row = new TableEntity(occasion.Unit.Value, Keys.Occasion(occasion.Programme, occasion.Starts, occasion.Id))
        {
            ["Result"] = result.ToString(),
            ["ResultNote"] = note ?? "",
            ["ResultBy"] = by,
        };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>The visits of a programme that staff have said took place.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlySet<OccasionId>> VisitedAsync(UnitId unit, string programme, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var visited = new HashSet<OccasionId>();
        var filter = TableExtensions.Range(unit.Value, $"{programme}~", $"{programme}~~") + $" and Result eq '{VisitResult.Done}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).ConfigureAwait(false))
        {
            visited.Add(new OccasionId(row.RowKey.Split('~')[2]));
        }

        return visited;
    }

    /// <summary>The occasions of a programme, in order of time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>All of them.</returns>
    public Task<IReadOnlyList<Occasion>> ListAsync(UnitId unit, string programme, CancellationToken cancellation) =>
        ReadAsync(unit, $"{programme}~", $"{programme}~~", cancellation);

    /// <summary>The occasions of a programme that start in a period, in order of time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null for all that come after.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>All of them.</returns>
    public Task<IReadOnlyList<Occasion>> ListAsync(UnitId unit, string programme, LocalDate from, LocalDate? to, CancellationToken cancellation) => ReadAsync(
        unit,
        $"{programme}~{Keys.Local(from.AtMidnight())}",
        to is { } last ? $"{programme}~{Keys.Local(last.PlusDays(1).AtMidnight())}" : $"{programme}~~",
        cancellation);

    /// <summary>Notes that something has been collected; an occasion that is gone does not matter.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="invitation">The invitation to collect it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task CollectAsync(UnitId unit, Invitation invitation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var row = new TableEntity(unit.Value, Keys.Occasion(invitation.Programme, invitation.Starts, invitation.Occasion)) { [Collected] = true };
        try
        {
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // The invitation is what counts; this is for the list of what lies there.
        }
    }

    private async Task<IReadOnlyList<Occasion>> ReadAsync(UnitId unit, string from, string end, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var found = new List<Occasion>();
        var filter = TableExtensions.Range(unit.Value, from, end);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(Read(row, unit));
        }

        return found;
    }

    private static TableEntity Row(Occasion occasion) => new(occasion.Unit.Value, Keys.Occasion(occasion.Programme, occasion.Starts, occasion.Id))
    {
        ["Minutes"] = occasion.Minutes,
        ["Visitors"] = occasion.Visitors,
        ["Home"] = occasion.Home?.Value,
        ["Guests"] = string.Join(' ', occasion.Guests.Select(guest => guest.Value)),
        ["CancelledBy"] = occasion.CancelledBy,
        ["Place"] = occasion.Place,
        ["Ends"] = occasion.Ends is { } ends ? Keys.Local(ends) : null,
        ["Sequence"] = occasion.Sequence,
        ["Series"] = occasion.Series?.Value,
        ["Session"] = occasion.Session,
        ["Sessions"] = occasion.Sessions,
        ["Text"] = occasion.Text,
        ["Link"] = occasion.Link,
        ["VoteOn"] = occasion.VoteOn is { } choices ? string.Join('\n', choices) : null,
        ["FollowsProgramme"] = occasion.Follows?.Programme,
        ["Follows"] = occasion.Follows?.Occasion.Value,
        [Collected] = occasion.IsCollected ? true : null,
    };

    private static Occasion Read(TableEntity row, UnitId unit)
    {
        var parts = row.RowKey.Split('~');
        return new Occasion(
            new OccasionId(parts[2]),
            unit,
            parts[0],
            Keys.ParseLocal(parts[1]),
            row.GetInt32("Minutes") ?? 0,
            row.GetString("Visitors") ?? "",
            row.GetString("Home") is { Length: > 0 } home ? new PersonId(home) : null,
            [.. (row.GetString("Guests") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(guest => new PersonId(guest))],
            row.GetString("CancelledBy"),
            row.GetString("Place"),
            row.GetString("Ends") is { } ends ? Keys.ParseLocal(ends) : null,
            row.GetInt32("Sequence") ?? 0,
            row.GetString("Series") is { } series ? new OccasionId(series) : null,
            row.GetInt32("Session") ?? 0,
            row.GetInt32("Sessions") ?? 0,
            row.GetString("Text"),
            row.GetString("Link"),
            row.GetString("VoteOn") is { } choices ? [.. choices.Split('\n')] : null,
            row.GetString("Follows") is { } visit ? new VisitReference(row.GetString("FollowsProgramme") ?? "", new OccasionId(visit)) : null,
            row.GetBoolean(Collected) ?? false);
    }
}
