using System.Text;
using Notifieringar.Model;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class PeopleFileTests
{
    public static TheoryData<string> Encodings => ["windows-1252", "utf-8", "utf-8-bom", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Open_EveryEncodingWeMeet_ReadsTheSameRow(string name)
    {
        _ = Csv.Windows1252;
        var encoding = name == "utf-8-bom" ? new UTF8Encoding(true) : name == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"{Csv.Header}\r\n{Csv.Row}\r\n")];

        var row = Assert.IsType<PeopleRow>(Assert.Single(Assert.IsType<OpenedPeopleFile>(Csv.Open(bytes)).Rows));

        Assert.Equal(("H1", "B1", "Åsa", "Ö"), (row.HouseholdReference, row.ChildReference, row.GuardianGivenName, row.GuardianFamilyName));
        Assert.Equal(new PostalAddress(null, "Björkstigen 1", "99810", "Åsinge", null), row.Address);
        Assert.Equal(("+46701740605", "asa@example.se", "sv"), (row.Phone?.E164, row.Email?.Value, row.Language));
        Assert.Equal(("Alma", new LocalDate(2026, 8, 14)), (row.ChildFirstName, row.ChildBirthDate));
        Assert.Equal((true, false, false, false), (row.ChildLivesHere, row.ChildDeceased, row.Protected, row.OptedOut));
        Assert.Empty(row.Warnings);
        Assert.Equal(2, row.LineNumber);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Open_EverySeparator_IsFoundFromTheHeader(char separator)
    {
        var text = $"{Csv.Header}\n{Csv.Row}".Replace(';', separator);

        Assert.IsType<PeopleRow>(Assert.Single(Csv.Opened(text).Rows));
    }

    [Theory]
    [InlineData("sep=;\r\n")]
    [InlineData("Uttag ur registret\r\n2027-01-31;;;\r\n\r\n")]
    public void Open_LinesBeforeTheHeader_ArePassedOver(string before)
    {
        var row = Assert.Single(Csv.Opened($"{before}{Csv.Header}\r\n{Csv.Row}").Rows);

        Assert.Equal(before.Count(sign => sign == '\n') + 2, Assert.IsType<PeopleRow>(row).LineNumber);
    }

    [Theory]
    [InlineData("BARNETS_FÖRNAMN;Födelse-datum;Förälders förnamn;Mobilnr:")]
    [InlineData("\"Barnets\u00A0förnamn\";\"Född\";\"Namn\";\"Tel.\"")]
    [InlineData("Child's first name;Date of birth;Guardian name;Phone number")]
    public void Open_OtherHeadings_AreUnderstood(string header)
    {
        var row = Assert.IsType<PeopleRow>(Assert.Single(Csv.Opened($"{header}\r\nAlma;2026-08-14;Åsa;0701740605").Rows));

        Assert.Equal(("Alma", "Åsa", "+46701740605"), (row.ChildFirstName, row.GuardianGivenName, row.Phone?.E164));
    }

    [Fact]
    public void Open_QuotedTextWithLineBreaksAndSeparators_StaysOneRow()
    {
        var rows = Csv.Rows(Csv.With(("Adress", "\"Björkstigen 1\nlgh 1101\""), ("C/o", "\"Ek; Alm \"\"AB\"\"\"")), Csv.Row);

        var first = Assert.IsType<PeopleRow>(rows[0]);
        Assert.Equal(("Björkstigen 1 lgh 1101", "Ek; Alm \"AB\""), (first.Address?.Street, first.Address?.CareOf));
        Assert.Equal(4, rows[1].LineNumber);
    }

    [Fact]
    public void Open_QuoteThatIsNeverClosed_CostsOneRowAndNotTheRest()
    {
        var rows = Csv.Rows(Csv.Row, Csv.With(("Adress", "\"Björkstigen 1")), Csv.With(("Barn", "B3")), Csv.With(("Barn", "B4")));

        Assert.Collection(
            rows,
            row => Assert.IsType<PeopleRow>(row),
            row => Assert.Equal((3, FindingCode.QuoteNotClosed), (row.LineNumber, Assert.Single(Assert.IsType<RejectedRow>(row).Findings).Code)),
            row => Assert.Equal((4, "B3"), (row.LineNumber, Assert.IsType<PeopleRow>(row).ChildReference)),
            row => Assert.Equal((5, "B4"), (row.LineNumber, Assert.IsType<PeopleRow>(row).ChildReference)));
    }

    [Fact]
    public void Open_TwoStrayQuotesRowsApart_DoNotSwallowTheRowsBetween()
    {
        var rows = Csv.Rows(Csv.With(("Adress", "\"Björkstigen 1")), Csv.With(("Barn", "B3")), Csv.With(("Adress", "\"Björkstigen 2")), Csv.With(("Barn", "B5")));

        Assert.Equal([2, 3, 4, 5], rows.Select(row => row.LineNumber));
        Assert.Equal(["B3", "B5"], rows.OfType<PeopleRow>().Select(row => row.ChildReference));
    }

    [Fact]
    public void Open_UnclosedQuoteInABigFile_LosesNoOtherRow()
    {
        var rows = Csv.Rows([Csv.With(("Ort", "\"Åsinge")), .. Enumerable.Range(0, 2000).Select(index => Csv.With(("Barn", $"B{index}")))]);

        Assert.Equal(2000, rows.OfType<PeopleRow>().Count());
        Assert.Equal(2, Assert.Single(rows.OfType<RejectedRow>()).LineNumber);
    }

    [Fact]
    public void Open_BlankRows_AreNotRows() => Assert.Equal([2, 6], Csv.Rows(Csv.Row, "", ";;;;;;;;;;;;;;;;", "   ", Csv.Row).Select(row => row.LineNumber));

    [Fact]
    public void Open_OneBrokenByteInAUtf8File_CostsOneRow()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Csv.Header}\n{Csv.Row}\n{Csv.With(("Barnets förnamn", "Al?ma"))}\n");
        bytes[Array.LastIndexOf(bytes, (byte)'?')] = 0xE5;

        var rows = Assert.IsType<OpenedPeopleFile>(Csv.Open(bytes)).Rows.ToArray();

        Assert.Equal("Åsa", Assert.IsType<PeopleRow>(rows[0]).GuardianGivenName);
        Assert.Equal(FindingCode.GarbledText, Assert.Single(Assert.IsType<RejectedRow>(rows[1]).Findings).Code);
    }

    [Fact]
    public void Open_TheSameFileTwice_GivesTheSameRows()
    {
        var opened = Csv.Opened($"{Csv.Header}\n{Csv.Row}\n{Csv.Row}");

        Assert.Equal(opened.Rows.Select(row => row.LineNumber), opened.Rows.Select(row => row.LineNumber));
        Assert.Equal(2, opened.Rows.Count());
    }

    [Fact]
    public void Open_NothingOrAWorkbookOrProse_SaysWhatToDo()
    {
        Assert.Equal(FindingCode.Empty, Code(""u8.ToArray()));
        Assert.Equal(FindingCode.NotText, Code([.. "PK"u8, 3, 4, 20, 0]));
        Assert.Equal(FindingCode.NotText, Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1]));
        Assert.Equal(FindingCode.NoHeader, Code("Hej;alla;barn\nAlma;2026-08-14;Åsa\n"u8.ToArray()));
        Assert.Equal(FindingCode.NoHeader, Code("\n\n\n"u8.ToArray()));

        static string Code(byte[] bytes) => Assert.IsType<RefusedPeopleFile>(Csv.Open(bytes)).Code;
    }

    [Fact]
    public void Open_MissingColumns_NamesWhatIsMissingFoundAndNeededButNoValue()
    {
        var refused = Assert.IsType<RefusedPeopleFile>(Csv.Open("Förnamn;Efternamn;Hemligt;Ort\nÅsa;Ö;x;Åsinge"));

        Assert.Equal(FindingCode.MissingColumns, refused.Code);
        Assert.Contains("saknar Barnets förnamn, Födelsedatum och Adress eller Mobil eller E-post.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("har kolumnerna Vårdnadshavare förnamn, Vårdnadshavare efternamn, Ort.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemligt", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithoutAProtectedColumnAndWithOthers_SaysSo()
    {
        var opened = Csv.Opened("Barnets förnamn;Född;Namn;Mobil;Skostorlek\nAlma;2026-08-14;Åsa;;22");

        Assert.Equal([FindingCode.NoProtectedColumn, FindingCode.UnusedColumns], opened.Notes.Select(note => note.Code));
        Assert.Contains("nummer 5", opened.Notes[1].Message, StringComparison.Ordinal);
        Assert.Equal(["Barnets förnamn", "Födelsedatum", "Vårdnadshavare", "Mobil"], opened.Columns);
    }

    [Fact]
    public void Open_StreamThatCannotSeek_IsABug()
    {
        using var forwardOnly = new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);

        Assert.Throws<ArgumentException>(() => PeopleFile.Open(forwardOnly, Csv.Today));
    }

    [Fact]
    public void Open_AHundredThousandRows_AreReadAFewAtATime()
    {
        const int Rows = 100_000;
        const int ReadAhead = 1024 * 1024; // bytes of buffers, of a file of ten times that
        var text = new StringBuilder(Csv.Header).Append('\n');
        for (var index = 0; index < Rows; index++)
        {
            text.Append(Csv.Row).Append('\n');
        }

        using var file = new MemoryStream(Csv.Windows1252.GetBytes(text.ToString()));
        var opened = Assert.IsType<OpenedPeopleFile>(PeopleFile.Open(file, Csv.Today));
        var count = 0;
        foreach (var row in opened.Rows)
        {
            Assert.IsType<PeopleRow>(row);
            var consumed = Csv.Header.Length + (++count * (Csv.Row.Length + 1L));
            Assert.True(file.Position < consumed + ReadAhead, $"{file.Position} bytes read for {count} rows.");
        }

        Assert.Equal(Rows, count);
    }
}
