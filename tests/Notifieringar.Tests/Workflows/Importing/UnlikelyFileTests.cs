using Notifieringar.Records.Imports;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class UnlikelyFileTests
{
    private const int Known = 50;

    private static readonly ImportReport AsUsual = new("done", 50, 50, 0, 50, 50, []);

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(80, false)]
    public void FindingsOf_FortyPercentFewerChildren_IsUnlikely(int children, bool isUnlikely)
    {
        var findings = UnlikelyFile.FindingsOf(Read(Rows(children)), children, Known, AsUsual);

        Assert.Equal(isUnlikely ? [FindingCode.FewerChildren] : [], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void FindingsOf_ASmallLibrary_IsNotHeldToAShareOfAFewFamilies()
    {
        Assert.Empty(UnlikelyFile.FindingsOf(Read(Rows(2)), 2, 19, AsUsual));
        Assert.NotEmpty(UnlikelyFile.FindingsOf(Read(Rows(2)), 2, 20, AsUsual));
    }

    [Fact]
    public void FindingsOf_MostRowsRefused_IsUnlikely_UnlessItWasSoBefore()
    {
        var rows = Enumerable.Range(0, 51).Select(index => Row(index, index < 26 ? ("Barnets förnamn", "4711") : ("Ort", "Åsinge")));
        var read = Read(rows);

        Assert.Equal(
            [FindingCode.MostRowsRefused, FindingCode.ColumnShifted],
            UnlikelyFile.FindingsOf(read, Known, Known, AsUsual).Select(finding => finding.Code));
        var before = AsUsual with { Rows = 51, Imported = 25, Rejected = 26, Findings = read.Findings };
        Assert.Empty(UnlikelyFile.FindingsOf(read, Known, Known, before));
    }

    [Theory]
    [InlineData("Postnummer", "Björkstigen 1")]
    [InlineData("Ort", "998 10")]
    [InlineData("E-post", "070-1740605")]
    [InlineData("Mobil", "998 10")]
    [InlineData("Språk", "Alma")]
    [InlineData("Avliden", "J")]
    [InlineData("Avliden", "Björkstigen 1")]
    [InlineData("Skyddad", "J")]
    [InlineData("Avböjt", "J")]
    [InlineData("Bor här", "N")]
    public void FindingsOf_AColumnWithAnotherColumnsValues_NamesTheColumn(string heading, string value)
    {
        var findings = UnlikelyFile.FindingsOf(Read(Enumerable.Range(0, 50).Select(index => Row(index, (heading, value)))), Known, Known, AsUsual);

        Assert.Equal((FindingCode.ColumnShifted, heading), Assert.Single(findings.Select(finding => (finding.Code, finding.Column))));
        Assert.DoesNotContain(value, findings[0].Message.Replace(heading, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void FindingsOf_ALanguageThatTheSourceHasAlwaysWrittenSo_IsNoNews()
    {
        var read = Read(Enumerable.Range(0, 50).Select(index => Row(index, ("Språk", "Kurdiska"))));

        Assert.Empty(UnlikelyFile.FindingsOf(read, Known, Known, AsUsual with { Findings = read.Findings }));
    }

    private static string Row(int index, params (string Heading, string Value)[] changes) =>
        Csv.With([("Hushåll", $"H{index}"), ("Barn", $"B{index}"), ("Avliden", "N"), ("Skyddad", "N"), ("Avböjt", "N"), .. changes]);

    private static IEnumerable<string> Rows(int count) => Enumerable.Range(0, count).Select(index => Row(index));

    private static FileReading Read(IEnumerable<string> rows) =>
        FileReading.Read(new MemoryStream(Csv.Windows1252.GetBytes(string.Join("\r\n", [Csv.Header, .. rows]))), Csv.Today);
}
