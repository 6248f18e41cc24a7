using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Reads the rows a lambda describes, page by page as they are enumerated.</summary>
    /// <exception cref="NotSupportedException">The service cannot answer what the lambda asks.</exception>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    /// <summary>Reads the rows a filter describes, in order of their keys, page by page as they are enumerated.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var columns = select is null ? null : string.Join(',', select);
        return new ServicePages<T>((token, size, cancel) => ReadPageAsync<T>(filter, columns, token, size, cancel), maxPerPage, cancellationToken);
    }

    private async ValueTask<Page<T>> ReadPageAsync<T>(string? filter, string? select, string? token, int? size, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        QueryLimits.CheckPageSize(size);
        QueryLimits.CheckFilter(filter);
        using var message = _connection.Message(RequestMethod.Get, Paths.Rows(Name), Expected.Ok);
        var uri = message.Request.Uri;
        TableRequests.AppendPage(uri, filter, size);
        if (!string.IsNullOrEmpty(select))
        {
            uri.AppendQuery("$select", select, escapeValue: true);
        }

        RowContinuation.AddTo(uri, token);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var rows = new PageReader<T>().ReadPage(response.Content.ToMemory().Span);
        return Page<T>.FromValues(rows, RowContinuation.In(response), response);
    }
}
