using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>When and how an answer came.</summary>
/// <param name="At">When.</param>
/// <param name="Channel">How; null for one that was stored before that was noted.</param>
/// <param name="Note">What staff noted; null for nothing.</param>
public sealed record GivenAnswer(Instant At, AnswerChannel? Channel, string? Note);

/// <summary>Reads what stands beside answers: nothing that is decided depends on it, so it is not read with the person.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class GivenAnswers(Tables tables)
{
    private static readonly string[] Properties = ["RowKey", "AnsweredAt", "AnsweredBy", "AnswerNote"];

    /// <summary>Reads those of one person.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By occasion, where an answer has been given.</returns>
    public async Task<IReadOnlyDictionary<OccasionId, GivenAnswer>> ReadAsync(UnitId unit, string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var first = Keys.Invitation(person, new OccasionId(""));
        var filter = TableExtensions.Range(Keys.People(unit, shard), first, first + "~");
        var given = new Dictionary<OccasionId, GivenAnswer>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: Properties, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (row.GetInstant("AnsweredAt") is { } at)
            {
                given[new OccasionId(Keys.ParsePeopleRow(row.RowKey).Tail)] = new GivenAnswer(at, ChannelOf(row.GetString("AnsweredBy")), Said(row.GetString("AnswerNote")));
            }
        }

        return given;
    }

    private static AnswerChannel? ChannelOf(string? by) => by switch
    {
        null => null,
        "page" => AnswerChannel.Page,
        _ => AnswerChannel.Staff,
    };

    private static string? Said(string? note) => note is { Length: > 0 } ? note : null;
}
