using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>An account's tables: lists, makes and deletes them, and gives clients for each. Thread-safe; make one and keep it.</summary>
public class TableServiceClient
{
    private readonly TableConnection _connection;

    /// <summary>For mocks.</summary>
    protected TableServiceClient()
    {
        _connection = null!;
    }

    /// <summary>Makes a client from an account's connection string.</summary>
    /// <exception cref="FormatException">The connection string is broken.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Makes a client from an account's connection string.</summary>
    /// <exception cref="FormatException">The connection string is broken.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableConnection.Of(connectionString, options))
    {
    }

    /// <summary>Makes a client that signs with an account key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Makes a client that signs with an account key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(TableConnection.Of(endpoint, credential, options))
    {
    }

    /// <summary>Makes a client that shows a token; the endpoint must be https.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableConnection.Of(endpoint, tokenCredential, options))
    {
    }

    internal TableServiceClient(TableConnection connection)
    {
        _connection = connection;
    }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _connection.AccountName;

    /// <summary>The account's address.</summary>
    public virtual Uri Uri => _connection.Endpoint;

    /// <summary>Writes a filter with the arguments of an interpolated string as literals.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    /// <summary>Writes a filter from a lambda.</summary>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterExpression.Of(filter);

    /// <summary>Gives a client for a table, which need not exist. It shares this client's connection.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_connection, tableName);

    /// <summary>Creates a table.</summary>
    /// <exception cref="RequestFailedException">It exists (TableAlreadyExists), or its name is still being freed (TableBeingDeleted).</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_connection, tableName, Expected.Created, cancellationToken);

    /// <summary>Creates a table unless it exists, which the raw response's status 409 tells.</summary>
    /// <exception cref="RequestFailedException">Its name is still being freed after a deletion (TableBeingDeleted).</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_connection, tableName, Expected.CreatedOrThere, cancellationToken);

    /// <summary>Deletes a table and all its rows; a missing table (status 404) is no error.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.DeleteAsync(_connection, tableName, cancellationToken);

    /// <summary>Lists the tables an interpolated filter describes.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <summary>Lists the tables a lambda describes.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <summary>Lists the tables a filter describes, page by page as they are enumerated.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new ServicePages<TableItem>((token, size, cancel) => TableRequests.ListAsync(_connection, filter, token, size, cancel), maxPerPage, cancellationToken);
}
