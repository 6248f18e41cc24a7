using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>What a transaction may hold: 1 to 100 actions on different rows of one partition, 4 MiB in all.</summary>
internal static class TransactionLimits
{
    private const int Actions = 100;
    private const int BodySize = 4 * 1024 * 1024;

    public static void CheckActions(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > Actions)
        {
            throw Refusal.OfAction(Actions, Refusal.BadRequest(
                TableErrorCode.InvalidInput, "The batch request operation exceeds the maximum 100 changes per change set."));
        }

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        for (var index = 0; index < actions.Count; index++)
        {
            var entity = actions[index].Entity;
            if (!string.Equals(entity.PartitionKey, actions[0].Entity.PartitionKey, StringComparison.Ordinal))
            {
                throw Refusal.OfAction(index, Refusal.BadRequest(
                    TableErrorCode.CommandsInBatchActOnDifferentPartitions, "All commands in a batch must operate on same entity group."));
            }

            // A missing row key is told when the row is written.
            if (entity.RowKey is { } row && !rows.Add(row))
            {
                throw Refusal.OfAction(index, Refusal.BadRequest(
                    TableErrorCode.InvalidDuplicateRow,
                    "The batch request contains multiple changes with same row key. An entity can appear only once in a batch request."));
            }
        }
    }

    public static void CheckBody(int size)
    {
        if (size > BodySize)
        {
            throw Refusal.With(413, "RequestBodyTooLarge", $"The request body has {size} bytes; the limit is {BodySize}.");
        }
    }
}
