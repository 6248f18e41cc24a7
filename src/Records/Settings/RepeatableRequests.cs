using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Settings;

/// <summary>A request that a client may repeat, and what it was answered.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Key">Hash of the client's key, lower-case hex.</param>
/// <param name="Request">Hash of method, path and body.</param>
/// <param name="Begun">Real time it was begun.</param>
/// <param name="Expires">Real time from which it may be forgotten.</param>
/// <param name="Status">The answer's HTTP status; null while it is being worked on.</param>
/// <param name="Answer">The answer, compressed; null while it is being worked on.</param>
/// <param name="Version">The row's version as read; empty for one to be added.</param>
public sealed record RepeatableRequest(
    UnitId Unit, string Key, string Request, DateTimeOffset Begun, DateTimeOffset Expires, int? Status = null, byte[]? Answer = null, string Version = "");

/// <summary>The answers to requests that may be repeated (table Idempotency), each kept until it expires.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class RepeatableRequests(Tables tables)
{
    private const string Name = "Idempotency";

    /// <summary>Finds a request.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">Hash of the client's key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The request; null when there is none.</returns>
    public async Task<RepeatableRequest?> FindAsync(UnitId unit, string key, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } row } ? Read(row) : null;
    }

    /// <summary>All requests of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By key.</returns>
    public async Task<IReadOnlyList<RepeatableRequest>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new List<RepeatableRequest>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(Read(row));
        }

        return found;
    }

    /// <summary>Adds a request, or writes it as it was read and changed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The version it has now; null when somebody else was faster.</returns>
    public async Task<string?> PutAsync(RepeatableRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(request.Unit.Value, request.Key)
        {
            ["Request"] = request.Request,
            ["Begun"] = request.Begun,
            ["Expires"] = request.Expires,
            ["Status"] = request.Status,
            ["Answer"] = request.Answer,
        };
        try
        {
            var written = request.Version.Length == 0
                ? await table.AddEntityAsync(row, cancellation).ConfigureAwait(false)
                : await table.UpdateEntityAsync(row, new ETag(request.Version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return written.Headers.ETag?.ToString("G");
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Forgets a request that came to nothing, so that it may be tried again.</summary>
    /// <param name="request">The request with the version it was given.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone, or somebody else's.</returns>
    public async Task RemoveAsync(RepeatableRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteAllAsync(request.Unit.Value, [(request.Key, new ETag(request.Version))], cancellation).ConfigureAwait(false);
    }

    private static RepeatableRequest Read(TableEntity row) => new(
        new UnitId(row.PartitionKey),
        row.RowKey,
        row.GetString("Request") ?? "",
        row.GetDateTimeOffset("Begun") ?? DateTimeOffset.MinValue,
        row.GetDateTimeOffset("Expires") ?? DateTimeOffset.MinValue,
        row.GetInt32("Status"),
        row.GetBinary("Answer"),
        row.ETag.ToString("G"));
}
