using System.Buffers;
using System.Text;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Transactions;

/// <summary>Writes a transaction as the service takes it: one multipart batch around one changeset, a small HTTP request per action.</summary>
internal sealed class TransactionBody
{
    private const int TypicalAction = 1024;

    private readonly ArrayBufferWriter<byte> _body;
    private readonly Uri _endpoint;
    private readonly string _table;
    private readonly Guid _changeset = Guid.NewGuid();
    private readonly Guid _batch = Guid.NewGuid();

    private TransactionBody(Uri endpoint, string table, int actions)
    {
        _endpoint = endpoint;
        _table = table;
        _body = new ArrayBufferWriter<byte>(actions * TypicalAction);
    }

    public string ContentType => $"multipart/mixed; boundary=batch_{_batch}";

    public ReadOnlyMemory<byte> Content => _body.WrittenMemory;

    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    /// <exception cref="RequestFailedException">The transaction breaks a limit of the service.</exception>
    public static TransactionBody Of(IReadOnlyList<TableTransactionAction> actions, Uri endpoint, string table)
    {
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        TransactionLimits.CheckActions(actions);
        var body = new TransactionBody(endpoint, table, actions.Count);
        body.Write(actions);
        TransactionLimits.CheckBody(body._body.WrittenCount);
        return body;
    }

    private void Write(IReadOnlyList<TableTransactionAction> actions)
    {
        using var entities = new EntityWriter(_body);
        Text($"--batch_{_batch}\r\nContent-Type: multipart/mixed; boundary=changeset_{_changeset}\r\n\r\n");
        for (var index = 0; index < actions.Count; index++)
        {
            Text($"--changeset_{_changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            try
            {
                Write(actions[index], entities);
            }
            catch (RequestFailedException refusal)
            {
                throw Refusal.OfAction(index, refusal);
            }

            Text("\r\n");
        }

        Text($"--changeset_{_changeset}--\r\n\r\n--batch_{_batch}--\r\n");
    }

    private void Write(TableTransactionAction action, EntityWriter entities)
    {
        var entity = action.Entity;
        KeyLimits.Check(Wire.PartitionKey, entity.PartitionKey);
        KeyLimits.Check(Wire.RowKey, entity.RowKey);
        var (method, hasCondition) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", false),
            TableTransactionActionType.UpdateMerge => ("PATCH", true),
            TableTransactionActionType.UpdateReplace => ("PUT", true),
            TableTransactionActionType.UpsertMerge => ("PATCH", false),
            TableTransactionActionType.UpsertReplace => ("PUT", false),
            TableTransactionActionType.Delete => ("DELETE", true),
            _ => throw new NotSupportedException($"{action.ActionType} is not an action."),
        };
        var isAdd = action.ActionType == TableTransactionActionType.Add;
        var path = isAdd ? Paths.Insert(_table) : Paths.Row(_table, entity.PartitionKey, entity.RowKey);
        Text($"{method} {_endpoint.AbsoluteUri}{path} HTTP/1.1\r\nDataServiceVersion: 3.0\r\n");
        if (hasCondition)
        {
            Text($"If-Match: {Conditions.Header(action.ETag)}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Text("Accept: application/json;odata=minimalmetadata\r\n\r\n");
            return;
        }

        Text(isAdd
            ? "Prefer: return-no-content\r\nAccept: application/json;odata=minimalmetadata\r\nContent-Type: application/json;odata=nometadata\r\n\r\n"
            : "Accept: application/json\r\nContent-Type: application/json\r\n\r\n");
        entities.Write(entity);
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _body);
}
