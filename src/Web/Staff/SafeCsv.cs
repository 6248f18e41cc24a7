using System.Text;

namespace Notifieringar.Web.Staff;

/// <summary>A table as a file that Swedish Excel opens as it is, and in which no cell is a formula.</summary>
internal static class SafeCsv
{
    private const string Formula = "=+-@";

    /// <summary>The file: semicolons, every cell in quotation marks, UTF-8 with a mark.</summary>
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Excel reckons out what begins like a formula, also after blanks and line breaks; an apostrophe makes it text.
    private static string Cell(string value)
    {
        var plain = value.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{value}" : value;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
