using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Notifieringar.Scenarios.Compat.AzureDataTables;

internal enum NoticeState
{
    Planned,
    Sent,
}

internal sealed class Notice : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    [DataMember(Name = "Meddelande")]
    public string? Text { get; set; }

    public int Parts { get; set; }

    public double Cost { get; set; }

    public DateTimeOffset? Sent { get; set; }

    public NoticeState State { get; set; }

    public byte[]? Bytes { get; set; }

    public long Number { get; init; }

    public Guid Id { get; set; }

    public int? Maybe { get; set; }

    public bool Done { get; set; }

    [IgnoreDataMember]
    public Uri? Ignored { get; set; }
}
