#nullable disable annotations
namespace Azure.Data.Tables;

/// <summary>A row of a table: two keys, and what the service says of its last write.</summary>
public interface ITableEntity
{
    /// <summary>The first key: rows with the same partition key lie together and can share a transaction.</summary>
    string PartitionKey { get; set; }

    /// <summary>The second key: unique within the partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; set by the service, never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row that was read; opaque.</summary>
    ETag ETag { get; set; }
}
