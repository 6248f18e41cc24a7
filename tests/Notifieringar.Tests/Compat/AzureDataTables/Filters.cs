using System.Linq.Expressions;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Notifieringar.Tests.Compat.AzureDataTables;

// The lambdas are never run: the service compares texts by their ordinals, however the lambda says it.
#pragma warning disable CA1309, CA1304, CA2251
public sealed class Filters
{
    private const string Prefix = "abc";
    private static readonly Guid Id = Guid.Parse("0d391d16-97f1-4b9a-be68-4cc871f90001");
    private readonly string _captured = "O'Brien";

    [Fact]
    public void AnInterpolatedFilter_WritesEachTypesLiteral()
    {
        var moment = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal("A eq 'O''Brien''''s å'", TableClient.CreateQueryFilter($"A eq {"O'Brien''s å"}"));
        Assert.Equal("A eq 7 and B gt 7L and C le 7.0 and D lt 12.5", TableClient.CreateQueryFilter($"A eq {7} and B gt {7L} and C le {7.0} and D lt {12.5}"));
        Assert.Equal("A eq true and B eq false", TableClient.CreateQueryFilter($"A eq {true} and B eq {false}"));
        Assert.Equal("A ge datetime'2026-03-29T01:00:00.0000000Z'", TableClient.CreateQueryFilter($"A ge {moment}"));
        Assert.Equal("A ge datetime'2026-03-29T01:00:00.0000000Z'", TableClient.CreateQueryFilter($"A ge {moment.UtcDateTime}"));
        Assert.Equal($"A eq guid'{Id}'", TableClient.CreateQueryFilter($"A eq {Id}"));
        Assert.Equal("A eq X'00ff' and B eq X'0a'", TableClient.CreateQueryFilter($"A eq {new byte[] { 0, 255 }} and B eq {BinaryData.FromBytes(new byte[] { 10 })}"));
        Assert.Equal("A eq 'Sent'", TableClient.CreateQueryFilter($"A eq {NoticeState.Sent}"));
        Assert.Equal("TableName eq 'x{0}'", TableServiceClient.CreateQueryFilter($"TableName eq {"x{0}"}"));
    }

    [Fact]
    public void AnInterpolatedFilter_RefusesWhatNeverMatches()
    {
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"A eq {null}"));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"A eq {double.NaN}"));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"A eq {new DateTime(2026, 1, 1)}"));
    }

    [Fact]
    public void ALambda_ComparesAPropertyWithAValue()
    {
        var local = new { Limit = 5 };

        Is("PartitionKey eq 'O''Brien'", row => row.PartitionKey == _captured);
        Is("(PartitionKey eq 'abc') and (RowKey ge 'x')", row => row.PartitionKey == Prefix && string.Compare(row.RowKey, "x") >= 0);
        Is("RowKey lt 'x'", row => row.RowKey.CompareTo("x") < 0);
        Is("RowKey gt 'x'", row => string.CompareOrdinal("x", row.RowKey) < 0);
        Is("Parts gt 5", row => row.Parts > local.Limit);
        Is("Parts lt 5", row => local.Limit > row.Parts);
        Is("Parts eq 3", row => row.Parts == 1L + Prefix.Length - 1);
        Is("Number eq 3L", row => row.Number == Prefix.Length);
        Is("Cost ge 3.0", row => row.Cost >= 3);
        Is("Maybe eq 4", row => row.Maybe == 4);
        Is("Maybe ne 4", row => row.Maybe!.Value != 4);
        Is("State eq 'Sent'", row => row.State == NoticeState.Sent);
        Is("Meddelande eq 'x'", row => row.Text == "x");
        Is("Meddelande eq 'x'", row => row.Text!.Equals("x"));
        Is("Meddelande eq 'x'", row => string.Equals("x", row.Text));
        Is($"Id eq guid'{Id}'", row => row.Id == Id);
        Is("Sent le datetime'1970-01-01T00:00:00.0000000Z'", row => row.Sent <= DateTimeOffset.UnixEpoch);
        Is("(Done eq true) or (not (Done eq true))", row => row.Done || !row.Done);
    }

    [Fact]
    public void ALambdaOverADictionary_NamesItsEntries()
    {
        Assert.Equal("(Namn eq 'x') and (Antal gt 5L)", TableClient.CreateQueryFilter<TableEntity>(row => row.GetString("Namn") == "x" && row.GetInt64("Antal") > 5));
        Assert.Equal("Namn eq 'x'", TableClient.CreateQueryFilter<TableEntity>(row => (string?)row["Namn"] == "x"));
        Assert.Equal("TableName eq 'x'", TableServiceClient.CreateQueryFilter(item => item.Name == "x"));
    }

    [Fact]
    public void ALambda_TheServiceCannotAnswer_IsRefused()
    {
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => row.RowKey.StartsWith('x')));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => row.RowKey == row.PartitionKey));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => row.Text == null));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => row.RowKey.Length == 3));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => row.Parts + 1 == 3));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<TableItem>(item => true));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Notice>(row => string.Compare(row.RowKey, "x", true) == 0));
    }

    private static void Is(string expected, Expression<Func<Notice, bool>> filter) => Assert.Equal(expected, TableClient.CreateQueryFilter(filter));
}
