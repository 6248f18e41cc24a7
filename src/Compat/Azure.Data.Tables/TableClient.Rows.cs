using System.Buffers;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Inserts a row. Its new ETag is in the response's headers.</summary>
    /// <exception cref="RequestFailedException">A row with these keys exists (EntityAlreadyExists), or a limit is broken.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var message = _connection.Message(RequestMethod.Post, Paths.Insert(Name), Expected.Created);
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Headers.Add("Content-Type", "application/json;odata=nometadata");
        message.Request.Content = Body(entity);
        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="RequestFailedException">It is not there (ResourceNotFound).</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select, Expected.Ok);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(ReadOne<T>(response), response);
    }

    /// <summary>Reads a row if it is there.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = GetMessage(partitionKey, rowKey, select, Expected.OkOrMissing);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? new MissingResponse<T>(response) : Response.FromValue(ReadOne<T>(response), response);
    }

    /// <summary>Inserts a row, or merges into or replaces the one that is there, whatever its version.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => WriteAsync(entity, mode, null, cancellationToken);

    /// <summary>Merges into or replaces a row that is there in the given version; <see cref="ETag.All"/> means any.</summary>
    /// <exception cref="RequestFailedException">It is not there (404) or has another version (412, UpdateConditionNotSatisfied).</exception>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is default.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => ifMatch == default
            ? throw new ArgumentException("An update needs the version it replaces; ETag.All replaces any.", nameof(ifMatch))
            : WriteAsync(entity, mode, Conditions.Header(ifMatch), cancellationToken);

    /// <summary>Deletes a row; a missing one (status 404) is no error. Without an ETag, any version.</summary>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Deletes a row; a missing one (status 404) is no error. Without an ETag, any version.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _connection.Message(RequestMethod.Delete, PathTo(partitionKey, rowKey), Expected.GoneOrMissing);
        message.Request.Headers.Add("If-Match", Conditions.Header(ifMatch));
        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does all the actions or none: 1 to 100, on different rows of one partition. The responses are in the actions' order.</summary>
    /// <exception cref="TableTransactionFailedException">An action was refused; its index is told.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions as IReadOnlyList<TableTransactionAction> ?? [.. transactionActions];
        var body = TransactionBody.Of(actions, _connection.Endpoint, Name);
        using var message = _connection.Message(RequestMethod.Post, Paths.Batch, Expected.Accepted, withFormat: false);
        message.Request.Headers.Add("Content-Type", body.ContentType);
        message.Request.Content = RequestContent.Create(body.Content);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var parts = TransactionAnswer.Read(response);
        if (parts.Find(part => part.IsError) is { } refused)
        {
            throw new TableTransactionFailedException(new RequestFailedException(refused, null, TableErrorParser.Instance));
        }

        return parts.Count == actions.Count
            ? Response.FromValue<IReadOnlyList<Response>>(parts, response)
            : throw new RequestFailedException(response.Status, $"The transaction's {actions.Count} actions got {parts.Count} answers.");
    }

    private static RequestContent Body(ITableEntity entity)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using var writer = new EntityWriter(body);
        writer.Write(entity);
        return RequestContent.Create(body.WrittenMemory);
    }

    private async Task<Response> WriteAsync(ITableEntity entity, TableUpdateMode mode, string? condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var body = Body(entity);
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        using var message = _connection.Message(method, Paths.Row(Name, entity.PartitionKey, entity.RowKey), Expected.Written);
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", "application/json");
        if (condition is not null)
        {
            message.Request.Headers.Add("If-Match", condition);
        }

        message.Request.Content = body;
        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage GetMessage(string partitionKey, string rowKey, IEnumerable<string>? select, ResponseClassifier expected)
    {
        var message = _connection.Message(RequestMethod.Get, PathTo(partitionKey, rowKey), expected);
        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", string.Join(',', select), escapeValue: true);
        }

        return message;
    }

    private string PathTo(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        KeyLimits.Check(Wire.PartitionKey, partitionKey);
        KeyLimits.Check(Wire.RowKey, rowKey);
        return Paths.Row(Name, partitionKey, rowKey);
    }

    private static T ReadOne<T>(Response response)
        where T : class, ITableEntity
    {
        var row = new PageReader<T>().ReadOne(response.Content.ToMemory().Span);
        if (row.ETag == default && response.Headers.ETag is { } etag)
        {
            row.ETag = etag;
        }

        return row;
    }
}
