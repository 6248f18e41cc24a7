using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>Where the header is, what separates columns, and which column is where.</summary>
/// <param name="Encoding">How the text is encoded.</param>
/// <param name="Separator">Semicolon, comma, tab or bar.</param>
/// <param name="HeaderLine">The header's line, from 1.</param>
/// <param name="Columns">By position; null for a column that is none of ours.</param>
internal sealed record FileLayout(Encoding Encoding, char Separator, int HeaderLine, Column?[] Columns)
{
    // Exports may begin with a title and a date.
    private const int LinesSearched = 10;
    private const int LongestHeader = 16 * 1024;

    private static readonly char[] Separators = [';', ',', '\t', '|'];

    private readonly int[][] _indexes =
        [.. Enum.GetValues<Column>().Select(column => Columns.Index().Where(one => one.Item == column).Select(one => one.Index).ToArray())];

    /// <summary>The layout whose header has most columns of ours; null when no line has two.</summary>
    public static FileLayout? Find(Stream file, Encoding encoding)
    {
        FileLayout? best = null;
        using var reader = Text(file, encoding);
        for (var line = 1; line <= LinesSearched && ReadLine(reader) is { } text; line++)
        {
            foreach (var separator in Separators)
            {
                var layout = new FileLayout(encoding, separator, line, [.. Headed(text, separator)]);
                if (layout.Known > Math.Max(1, best?.Known ?? 0))
                {
                    best = layout;
                }
            }
        }

        return best;
    }

    /// <summary>Reads the file's text from its beginning; the stream stays open.</summary>
    public static StreamReader Text(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
    }

    /// <summary>The positions of a column, in order: a list may have it several times.</summary>
    public int[] IndexesOf(Column column) => _indexes[(int)column];

    private int Known => Columns.Count(column => column is not null);

    // A header with line breaks inside quotation marks is not met in practice; columns of ours have short headings.
    private static IEnumerable<Column?> Headed(string line, char separator) =>
        line.Split(separator).Select(heading => Headings.Of(heading.Trim().Trim('"')));

    private static string? ReadLine(StreamReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read() is >= 0 and var sign)
        {
            if (sign == '\n')
            {
                return text.ToString();
            }

            if (text.Length < LongestHeader && sign != '\r')
            {
                text.Append((char)sign);
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
