using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Reaching;

/// <summary>How far a message from somebody has come.</summary>
public enum MessageState
{
    /// <summary>Not read by the system yet.</summary>
    Received,

    /// <summary>It asked us to stop, and we have.</summary>
    Stopped,

    /// <summary>It said that the number is somebody else's, and the number has been taken off.</summary>
    WrongNumber,

    /// <summary>For staff to read: nothing is understood from it.</summary>
    ForStaff,

    /// <summary>From a number that no unit knows, to a number that no unit sends from.</summary>
    FromNobody,

    /// <summary>Staff have read it and seen to it.</summary>
    Settled,
}

/// <summary>A message that somebody has sent us.</summary>
/// <param name="Unit">Whose it is; <see cref="Inbox.AnyUnit"/> until that is known.</param>
/// <param name="Id">The row key.</param>
/// <param name="From">The sender's number.</param>
/// <param name="To">Our number.</param>
/// <param name="Text">The text.</param>
/// <param name="State">How far it has come.</param>
/// <param name="At">When, by the provider's clock.</param>
public sealed record InboxMessage(UnitId Unit, string Id, string From, string To, string Text, MessageState State, Instant At);

/// <summary>Messages from people. The only place where their texts stand.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class Inbox(Tables tables)
{
    private const string Name = "Inbox";
    private const int LongestText = 4000;

    /// <summary>The partition of messages to a number that is no unit's own. No unit can have this id: it is no letter, digit or hyphen.</summary>
    public static UnitId AnyUnit { get; } = new("_");

    /// <summary>Keeps a message; one that is there already stays as it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task AddAsync(InboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(message.Unit.Value, message.Id)
        {
            ["From"] = message.From,
            ["To"] = message.To,
            ["Text"] = message.Text.Length > LongestText ? message.Text[..LongestText] : message.Text,
            ["State"] = message.State.ToString(),
            ["At"] = message.At.ToDateTimeOffset(),
        };
        await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds a message.</summary>
    /// <param name="unit">Its partition.</param>
    /// <param name="id">Its row key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message; null when it is gone.</returns>
    public async Task<InboxMessage?> FindAsync(UnitId unit, string id, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, id, cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } row } ? Message(row) : null;
    }

    /// <summary>A unit's messages.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Oldest first.</returns>
    public Task<IReadOnlyList<InboxMessage>> ReadAsync(UnitId unit, CancellationToken cancellation) =>
        QueryAsync($"PartitionKey eq {TableExtensions.Quoted(unit.Value)}", cancellation);

    /// <summary>A unit's messages that staff have to read.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Oldest first.</returns>
    public Task<IReadOnlyList<InboxMessage>> ForStaffAsync(UnitId unit, CancellationToken cancellation) =>
        QueryAsync($"PartitionKey eq {TableExtensions.Quoted(unit.Value)} and State eq '{MessageState.ForStaff}'", cancellation);

    /// <summary>Notes how far a message has come.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">How far.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is noted.</returns>
    public async Task SetAsync(InboxMessage message, MessageState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(message.Unit.Value, message.Id) { ["State"] = state.ToString() };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a message that stands where it belongs now.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(InboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(message.Unit.Value, message.Id, ETag.All, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<InboxMessage>> QueryAsync(string filter, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var messages = new List<InboxMessage>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            messages.Add(Message(row));
        }

        return messages;
    }

    private static InboxMessage Message(TableEntity row) => new(
        new UnitId(row.PartitionKey),
        row.RowKey,
        row.GetString("From") ?? "",
        row.GetString("To") ?? "",
        row.GetString("Text") ?? "",
        Enum.Parse<MessageState>(row.GetString("State") ?? ""),
        row.GetInstant("At") ?? Instant.MinValue);
}
