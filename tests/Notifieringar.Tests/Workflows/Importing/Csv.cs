using System.Text;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

/// <summary>Files in a test's own words.</summary>
internal static class Csv
{
    public const string Header =
        "Hushåll;Barn;Vårdnadshavare förnamn;Vårdnadshavare efternamn;C/o;Adress;Postnummer;Ort;Mobil;E-post;Språk;Barnets förnamn;Födelsedatum;Bor här;Avliden;Skyddad;Avböjt";

    public const string Row = "H1;B1;Åsa;Ö;;Björkstigen 1;998 10;Åsinge;070-1740605;asa@example.se;svenska;Alma;2026-08-14;J;;;";

    public static readonly LocalDate Today = new(2027, 2, 1);

    static Csv() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    public static PeopleFileOutcome Open(string text, Encoding? encoding = null) => Open((encoding ?? Windows1252).GetBytes(text));

    public static PeopleFileOutcome Open(byte[] bytes) => PeopleFile.Open(new MemoryStream(bytes), Today);

    public static OpenedPeopleFile Opened(string text, Encoding? encoding = null) => Assert.IsType<OpenedPeopleFile>(Open(text, encoding));

    /// <summary>The rows of a file with the usual header.</summary>
    public static ReadRow[] Rows(params string[] rows) => [.. Opened(string.Join("\r\n", [Header, .. rows])).Rows];

    public static PeopleRow Stored(string row) => Assert.IsType<PeopleRow>(Assert.Single(Rows(row)));

    public static RowFinding Refused(string row) => Assert.Single(Assert.IsType<RejectedRow>(Assert.Single(Rows(row))).Findings);

    /// <summary>The usual row with some fields replaced.</summary>
    public static string With(params (string Heading, string Value)[] changes)
    {
        var headings = Header.Split(';');
        var fields = Row.Split(';');
        foreach (var (heading, value) in changes)
        {
            fields[Array.IndexOf(headings, heading)] = value;
        }

        return string.Join(';', fields);
    }
}
