namespace Azure.Data.Tables.Http;

/// <summary>Paths of the service's resources, escaped as they are sent and signed.</summary>
internal static class Paths
{
    public const string Tables = "Tables";
    public const string Batch = "$batch";

    public static string Table(string name) => $"Tables('{Uri.EscapeDataString(name)}')";

    public static string Insert(string table) => Uri.EscapeDataString(table);

    public static string Rows(string table) => $"{Uri.EscapeDataString(table)}()";

    public static string Row(string table, string partitionKey, string rowKey) =>
        $"{Uri.EscapeDataString(table)}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    // Quotes are doubled, not escaped; everything else outside the unreserved letters is.
    private static string Key(string key) => Uri.EscapeDataString(key).Replace("%27", "''", StringComparison.Ordinal);
}
