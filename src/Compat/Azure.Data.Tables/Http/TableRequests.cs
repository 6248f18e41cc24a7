using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Http;

/// <summary>Requests about tables themselves, which both clients make.</summary>
internal static class TableRequests
{
    public static async Task<Response<TableItem>> CreateAsync(
        TableConnection connection, string tableName, ResponseClassifier expected, CancellationToken cancellationToken)
    {
        TableLimits.CheckName(tableName);
        using var message = connection.Message(RequestMethod.Post, Paths.Tables, expected);
        message.Request.Headers.Add("Content-Type", "application/json;odata=nometadata");
        message.Request.Content = RequestContent.Create(BinaryData.FromString($"{{\"TableName\":\"{tableName}\"}}"));
        var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status == 409)
        {
            var refusal = new RequestFailedException(response, null, TableErrorParser.Instance);
            if (refusal.ErrorCode == TableErrorCode.TableBeingDeleted)
            {
                throw refusal;
            }
        }

        return Response.FromValue(new TableItem(tableName), response);
    }

    public static async Task<Response> DeleteAsync(TableConnection connection, string tableName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        using var message = connection.Message(RequestMethod.Delete, Paths.Table(tableName), Expected.GoneOrMissing, withFormat: false);
        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask<Page<TableItem>> ListAsync(
        TableConnection connection, string? filter, string? token, int? size, CancellationToken cancellationToken)
    {
        QueryLimits.CheckPageSize(size);
        QueryLimits.CheckFilter(filter);
        using var message = connection.Message(RequestMethod.Get, Paths.Tables, Expected.Ok);
        AppendPage(message.Request.Uri, filter, size);
        if (!string.IsNullOrEmpty(token))
        {
            message.Request.Uri.AppendQuery("NextTableName", token, escapeValue: true);
        }

        var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var answer = JsonDocument.Parse(response.Content.ToMemory());
        var tables = answer.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()!)).ToList();
        return Page<TableItem>.FromValues(tables, response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null, response);
    }

    public static void AppendPage(RequestUriBuilder uri, string? filter, int? size)
    {
        if (size is { } rows)
        {
            uri.AppendQuery("$top", rows.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        }

        if (!string.IsNullOrEmpty(filter))
        {
            uri.AppendQuery("$filter", filter, escapeValue: true);
        }
    }
}
