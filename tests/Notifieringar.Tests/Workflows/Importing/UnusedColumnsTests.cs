using System.Text;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class UnusedColumnsTests
{
    [Theory]
    [InlineData("hemlig")]
    [InlineData("\"hemlig; och \"\"mer\"\" hemlig\"")]
    [InlineData("\"hemlig\r\npå två rader\"")]
    public void Emptied_AColumnThatIsNoneOfOurs_IsGone_AndTheRestIsReadAsBefore(string value)
    {
        var text = File(Inserted("\"tal;\r\nrad\"", value));

        var kept = Emptied(text, Csv.Windows1252);

        Assert.DoesNotContain("hemlig", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Orosanmälan", kept, StringComparison.Ordinal);
        Assert.Equal(Told(text), Told(kept));
    }

    [Theory]
    [InlineData("hem\"lig")]
    [InlineData("\"hemlig")]
    [InlineData("hemlig;hemlig")]
    public void Emptied_AMistakeInTheColumn_IsGoneToo_AndNoRowIsLost(string value)
    {
        var text = File(Inserted("annat", value));

        var kept = Emptied(text, Csv.Windows1252);

        Assert.DoesNotContain("hemlig", kept, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([3, 4, 5], Lines(kept));
    }

    [Fact]
    public void Emptied_TheDemosFile_IsReadAsBefore()
    {
        var demo = Csv.Windows1252.GetString(System.IO.File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "demo", "families.csv")));
        var other = demo.Replace("Språk;", "Tolk;", StringComparison.Ordinal).Replace("C/o;", "Nyckel;", StringComparison.Ordinal);

        Assert.Equal(Told(other), Told(Emptied(other, Csv.Windows1252)));
        Assert.Equal(demo, Emptied(demo, Csv.Windows1252));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Emptied_AFileInAnyEncoding_IsReadAsBefore(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"{Csv.Header};Övrigt\r\n{Csv.Row};hemlig\r\n";
        var kept = UnusedColumns.Emptied(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));

        var row = Assert.IsType<PeopleRow>(Assert.Single(Assert.IsType<OpenedPeopleFile>(PeopleFile.Open(kept, Csv.Today)).Rows));
        Assert.Equal(("Åsa", "Ö", "Åsinge"), (row.GuardianGivenName, row.GuardianFamilyName, row.Address?.Town));
    }

    [Fact]
    public void Emptied_AFileWithOurColumnsOnly_IsKeptAsItCame()
    {
        using var file = new MemoryStream(Csv.Windows1252.GetBytes($"{Csv.Header}\r\n{Csv.Row}"));

        Assert.Same(file, UnusedColumns.Emptied(file));
        Assert.Equal(0, file.Position);
    }

    private static string File(string row) =>
        $"Utdrag ur hemligt register\r\n{Csv.Header.Replace("Adress;", "Anteckning;Adress;", StringComparison.Ordinal)};Orosanmälan\r\n"
        + $"{Inserted("först", "annat")}\r\n{row}\r\n{Inserted("", "")}\r\n";

    private static IEnumerable<int> Lines(string text)
    {
        var opened = Assert.IsType<OpenedPeopleFile>(PeopleFile.Open(new MemoryStream(Csv.Windows1252.GetBytes(text)), Csv.Today));
        return opened.Rows.Select(row => row.LineNumber);
    }

    private static string Inserted(string note, string concern) =>
        $"{Csv.Row.Replace("Björkstigen", $"{note};Björkstigen", StringComparison.Ordinal)};{concern}";

    private static string Emptied(string text, Encoding encoding)
    {
        using var reader = new StreamReader(UnusedColumns.Emptied(new MemoryStream(encoding.GetBytes(text))), encoding);
        return reader.ReadToEnd();
    }

    // What staff are told and what is stored, by line.
    private static IEnumerable<string> Told(string text)
    {
        var read = FileReading.Read(new MemoryStream(Csv.Windows1252.GetBytes(text)), Csv.Today);
        return [.. read.Rows.Select(row => (row with { Warnings = [] }).ToString()), .. read.Findings.Select(finding => finding.ToString())];
    }
}
