using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>A ledger row, with whose it is and when anything last became known of it.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Notice">The notice.</param>
/// <param name="ChangedAt">When its state was recorded or a receipt came, whichever is later; null for a claim.</param>
public sealed record NoticeOfPerson(PersonId Person, Notice Notice, Instant? ChangedAt);

/// <summary>Reads the ledger across people, for reports. Sending never does: it reads Work.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class NoticeHistory(Tables tables)
{
    private static readonly string[] Times = ["RecordedAt", .. Enum.GetNames<ReceiptKind>().Select(kind => $"{kind}At")];

    /// <summary>The notices of a shard of which something became known in a period.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The end, exclusive, of when its state was last recorded; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of person.</returns>
    public async IAsyncEnumerable<NoticeOfPerson> ReadAsync(
        UnitId unit, string shard, Instant from, Instant? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(Keys.People(unit, shard))} and "
            + (to is { } end
                ? $"RecordedAt ge {Moment(from)} and RecordedAt lt {Moment(end)}"
                : $"({string.Join(" or ", Times.Select(time => $"{time} ge {Moment(from)}"))})");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var (person, kind, key) = Keys.ParsePeopleRow(row.RowKey);
            if (kind == "ntc")
            {
                yield return new NoticeOfPerson(person, NoticeRows.Notice(row, key), Times.Max(row.GetInstant));
            }
        }
    }

    private static string Moment(Instant moment) =>
        $"datetime'{moment.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}'";
}
