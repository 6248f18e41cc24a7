using System.Globalization;
using System.Text;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Writes the table in columns.</summary>
internal static class TallyTable
{
    private const int LabelWidth = 52;
    private const int NumberWidth = 10;

    public static string Write(DemoTally tally)
    {
        var text = new StringBuilder();
        foreach (var section in tally.Sections)
        {
            Write(text, section);
        }

        foreach (var note in tally.Notes)
        {
            text.Append("  ").AppendLine(note);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, TallySection section)
    {
        var hasLanguages = section.Rows.Any(row => row.Languages is not null);
        Line(text, section.Title, hasLanguages ? ["antal", "svenska", "arabiska", "engelska", "annat", "nytt nu"] : ["antal"]);
        foreach (var row in section.Rows)
        {
            Line(text, "  " + row.Label, Cells(row, hasLanguages));
        }

        Line(text, "  summa", Cells(Total(section), hasLanguages));
        text.AppendLine();
    }

    private static TallyRow Total(TallySection section)
    {
        var languages = section.Rows.Select(row => row.Languages).OfType<ByLanguage>().ToList();
        return new TallyRow("", section.Sum)
        {
            Languages = new ByLanguage(
                languages.Sum(one => one.Swedish), languages.Sum(one => one.Arabic), languages.Sum(one => one.English), languages.Sum(one => one.Other)),
            New = section.Rows.Sum(row => row.New ?? 0),
        };
    }

    private static IEnumerable<string> Cells(TallyRow row, bool hasLanguages)
    {
        yield return Number(row.Count);
        if (hasLanguages && row.Languages is { } languages)
        {
            yield return Number(languages.Swedish);
            yield return Number(languages.Arabic);
            yield return Number(languages.English);
            yield return Number(languages.Other);
            yield return Number(row.New ?? 0);
        }
    }

    private static void Line(StringBuilder text, string label, IEnumerable<string> cells)
    {
        text.Append("  ").Append(label.PadRight(LabelWidth));
        foreach (var cell in cells)
        {
            text.Append(cell.PadLeft(NumberWidth));
        }

        text.AppendLine();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
