using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>Reads and writes one table. Thread-safe; make one and keep it.</summary>
public partial class TableClient
{
    private readonly TableConnection _connection;
    private readonly Uri _uri;

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
        _connection = null!;
        _uri = null!;
        Name = null!;
    }

    /// <summary>Makes a client from an account's connection string.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Makes a client from an account's connection string.</summary>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableConnection.Of(connectionString, options), tableName)
    {
    }

    /// <summary>Makes a client that signs with an account key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>Makes a client that signs with an account key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableConnection.Of(endpoint, credential, options), tableName)
    {
    }

    /// <summary>Makes a client that shows a token; the endpoint must be https.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableConnection.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _connection = connection;
        Name = tableName;
        _uri = new Uri(connection.Endpoint, Paths.Insert(tableName));
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _connection.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>Writes a filter with the arguments of an interpolated string as literals: <c>CreateQueryFilter($"Name eq {name}")</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    /// <summary>Writes a filter from a lambda.</summary>
    /// <exception cref="NotSupportedException">The service cannot answer what the lambda asks.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Of(filter);

    /// <summary>Creates the table.</summary>
    /// <exception cref="RequestFailedException">It exists (TableAlreadyExists), or its name is still being freed (TableBeingDeleted).</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_connection, Name, Expected.Created, cancellationToken);

    /// <summary>Creates the table unless it exists, which the raw response's status 409 tells.</summary>
    /// <exception cref="RequestFailedException">Its name is still being freed after a deletion (TableBeingDeleted).</exception>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_connection, Name, Expected.CreatedOrThere, cancellationToken);

    /// <summary>Deletes the table and all its rows; a missing table (status 404) is no error.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableRequests.DeleteAsync(_connection, Name, cancellationToken);
}
