using Notifieringar.Records.Storage;

namespace Notifieringar.Tests.Records.Storage;

public sealed class TableExtensionsTests
{
    // Else what comes after the quotation mark would be asked of the whole table.
    [Fact]
    public void Range_AKeyWithAQuotationMark_EndsNoLiteral() => Assert.Equal(
        "PartitionKey eq 'x'' or PartitionKey gt ''' and RowKey ge 'o''r' and RowKey lt 'o''s'",
        TableExtensions.Range("x' or PartitionKey gt '", "o'r", "o's"));
}
