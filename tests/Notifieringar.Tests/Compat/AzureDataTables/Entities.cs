using System.Runtime.Serialization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed class Entities
{
    [Fact]
    public void ATableEntity_IsADictionaryWithItsKeysInside()
    {
        var row = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p", ["N"] = 1 }) { RowKey = "r" };
        IDictionary<string, object> dictionary = row;

        Assert.Equal(["N", "PartitionKey", "RowKey"], row.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((3, "p", "r", false), (row.Count, row.PartitionKey, (string)row["RowKey"]!, dictionary.IsReadOnly));
        Assert.Equal(3, dictionary.Values.Count);
        Assert.Contains(new KeyValuePair<string, object>("N", 1), dictionary);
        Assert.Equal(default, row.ETag);
        Assert.Null(row.Timestamp);
        Assert.Null(row["missing"]);
        Assert.Throws<ArgumentException>(() => row.Add("N", 2));
        Assert.True(row.TryGetValue("N", out var value) && value is 1);
        Assert.True(row.Remove("N") && !row.ContainsKey("N"));
        row.Clear();
        Assert.Empty(row);
    }

    [Fact]
    public void ATypedGetter_GivesItsTypeOrNullOrFails()
    {
        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var row = new TableEntity
        {
            ["S"] = "x",
            ["I"] = 1,
            ["L"] = 2L,
            ["D"] = 0.5,
            ["B"] = true,
            ["M"] = moment,
            ["U"] = moment.UtcDateTime,
            ["G"] = Guid.Empty,
            ["Y"] = new byte[] { 1 },
            ["Z"] = BinaryData.FromBytes(new byte[] { 2 }),
        };

        Assert.Equal(("x", 1, 2L, 0.5, true), (row.GetString("S"), row.GetInt32("I"), row.GetInt64("L"), row.GetDouble("D"), row.GetBoolean("B")));
        Assert.Equal((moment, moment), (row.GetDateTimeOffset("M"), row.GetDateTimeOffset("U")));
        Assert.Equal((moment.UtcDateTime, moment.UtcDateTime), (row.GetDateTime("M"), row.GetDateTime("U")));
        Assert.Equal(Guid.Empty, row.GetGuid("G"));
        Assert.Equal([1], row.GetBinary("Y")!);
        Assert.Equal([2], row.GetBinary("Z")!);
        Assert.Equal([1], row.GetBinaryData("Y")!.ToArray());
        Assert.Null(row.GetInt32("missing"));
        Assert.Null(row.GetString("missing"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt32("L"));
        Assert.Throws<InvalidOperationException>(() => row.GetString("I"));
        Assert.Throws<InvalidOperationException>(() => row.GetBinary("S"));
    }

    [Fact]
    public void AnEntry_KeepsItsWiderNumberType()
    {
        var row = new TableEntity { ["L"] = 2L, ["D"] = 0.5, ["S"] = "x" };

        row["L"] = 3;
        row["D"] = 4;
        row["S"] = 5;

        Assert.Equal((3L, 4.0, 5), (row["L"], row["D"], row["S"]));
    }

    [Fact]
    public async Task AClassOfRows_IsWrittenUnderItsStoredNames()
    {
        var service = new RecordedService();
        var notice = new Notice
        {
            PartitionKey = "p",
            RowKey = "r",
            ETag = ETag.All,
            Timestamp = DateTimeOffset.UnixEpoch,
            Text = "hej \"då\" <å>\n",
            Parts = 2,
            Cost = double.NaN,
            Number = 1L << 60,
            State = NoticeState.Sent,
            Bytes = [255],
            Sent = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2)),
            Ignored = new Uri("https://example.se"),
        };

        await service.Table.AddEntityAsync<ITableEntity>(notice);

        using var body = JsonDocument.Parse(service.Last.Body);
        var written = body.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["PartitionKey"] = "p",
                ["RowKey"] = "r",
                ["Meddelande"] = notice.Text,
                ["Parts"] = "2",
                ["Cost"] = "NaN",
                ["Cost@odata.type"] = "Edm.Double",
                ["Sent"] = "2026-03-29T01:00:00.0000000Z",
                ["Sent@odata.type"] = "Edm.DateTime",
                ["State"] = "Sent",
                ["Bytes"] = "/w==",
                ["Bytes@odata.type"] = "Edm.Binary",
                ["Number"] = "1152921504606846976",
                ["Number@odata.type"] = "Edm.Int64",
                ["Id"] = Guid.Empty.ToString(),
                ["Id@odata.type"] = "Edm.Guid",
                ["Done"] = "False",
            },
            written);
    }

    [Fact]
    public async Task AClassWithAnUnstorableProperty_IsABug()
    {
        var wrong = await Assert.ThrowsAsync<NotSupportedException>(() => new RecordedService().Table.AddEntityAsync(new Unstorable { PartitionKey = "p", RowKey = "r" }));

        Assert.Contains("Unstorable.Address", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAClassDoesNotKnow_IsLeftOut()
    {
        const string Body = "{\"PartitionKey\":\"p\",\"RowKey\":\"r\",\"Other@odata.type\":\"Edm.Int64\",\"Other\":\"5\",\"Parts\":null,\"Meddelande\":\"x\",\"Cost\":3,\"Number\":7,\"Ignored\":\"x\"}";
        var service = new RecordedService().Answering(200, Body);

        var notice = (await service.Table.GetEntityAsync<Notice>("p", "r")).Value;

        Assert.Equal(("x", 0, 3.0, 7L), (notice.Text, notice.Parts, notice.Cost, notice.Number));
        Assert.Null(notice.Ignored);
    }

    private sealed class Unstorable : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        [IgnoreDataMember]
        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public Uri? Address { get; set; }
    }
}
