namespace Azure.Data.Tables.Entities;

/// <summary>Names that the protocol gives to a row's system properties, and its type names.</summary>
internal static class Wire
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string TypeSuffix = "@odata.type";

    /// <summary>The one form of a moment on the wire: UTC, seven decimals. Also inside filters.</summary>
    public const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static bool IsSystem(string name) => name is PartitionKey or RowKey or Timestamp or ETag;
}
