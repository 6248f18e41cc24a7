using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>How an answer came.</summary>
public enum AnswerChannel
{
    /// <summary>By the page behind the code: a link, a QR code or a typed code.</summary>
    Page,

    /// <summary>To staff, by phone, on paper or in person.</summary>
    Staff,
}

/// <summary>Where an answer comes from.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="By">Who wrote it down, as an opaque id; null for the person.</param>
/// <param name="Note">What staff noted; null for nothing.</param>
public sealed record AnswerSource(AnswerChannel Channel, string? By = null, string? Note = null)
{
    /// <summary>The person's own answer on the page.</summary>
    public static AnswerSource Page { get; } = new(AnswerChannel.Page);
}

/// <summary>Changes invitations, and finds everybody who has one. Every write touches the person row, so that no claim can overtake it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class InvitationTable(Tables tables)
{
    /// <summary>Writes an invitation as it is from now on.</summary>
    /// <param name="recipient">The person as read.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="source">Where the answer comes from; null when it is not an answer that changes it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile: read and decide again.</returns>
    public async Task<bool> ChangeAsync(
        Recipient recipient, string shard, Invitation invitation, Instant now, AnswerSource? source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(recipient.Person.Unit, shard);
        TableTransactionAction[] actions =
        [
            new(
                TableTransactionActionType.UpdateMerge,
                new TableEntity(partition, recipient.Person.Id.Value) { ["LastChanged"] = now.ToDateTimeOffset() },
                new ETag(recipient.Version)),
            new(
                TableTransactionActionType.UpdateMerge,
                Row(recipient.Person.Id, invitation, now, source, partition),
                ETag.All), // guarded by the person row
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412 or 404)
        {
            return false;
        }
    }

    /// <summary>Everybody invited to an occasion: the query reads the programme's invitations of the whole unit, so it is for what staff do
    /// to one occasion, not for sweeps.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shards">How many shards it has.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each with the invitation as read.</returns>
    public async IAsyncEnumerable<(PersonId Person, Invitation Invitation)> InvitedAsync(
        UnitId unit, int shards, string programme, OccasionId occasion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        foreach (var shard in Keys.Shards(shards))
        {
            var filter = $"PartitionKey eq {TableExtensions.Quoted(Keys.People(unit, shard))} and Programme eq {TableExtensions.Quoted(programme)}";
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
            {
                if (Keys.ParsePeopleRow(row.RowKey) is ({ } person, "inv", var id) && id == occasion.Value)
                {
                    yield return (person, PeopleRows.Invitation(row, id));
                }
            }
        }
    }

    private static TableEntity Row(PersonId person, Invitation invitation, Instant now, AnswerSource? source, string partition)
    {
        var row = PeopleRows.Of(person, invitation, partition);

        // A merge keeps what it does not name: what is gone must be written as empty.
        foreach (var name in new[] { "Place", "Ends", "Vote" })
        {
            row[name] ??= "";
        }

        if (source is not null)
        {
            row["AnsweredAt"] = now.ToDateTimeOffset();
            row["AnsweredBy"] = source.Channel == AnswerChannel.Page ? "page" : $"staff {source.By}";
            row["AnswerNote"] = source.Note ?? "";
        }

        return row;
    }
}
