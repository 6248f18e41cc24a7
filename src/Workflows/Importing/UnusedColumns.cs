using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>
/// Empties the columns that are none of ours before a file is kept: what is written there about a family, a report of concern for a child
/// perhaps (domain.md T70), is not ours to have. Lines and columns stay where they are, so that findings point at the sender's own file.
/// </summary>
internal sealed class UnusedColumns
{
    // As when the file is read: a longer record is a quotation mark that has swallowed the rows after it.
    private const int LongestRecord = 64 * 1024;

    // More columns than the header has: the row is refused for it, and what stands there need not be kept.
    private const string Extra = "x";

    private readonly FileLayout _layout;
    private readonly string _text;
    private readonly StringBuilder _kept;

    private UnusedColumns(FileLayout layout, string text) => (_layout, _text, _kept) = (layout, text, new StringBuilder(text.Length));

    /// <summary>The file without them, or the file itself when every column is ours or nothing can be read from it.</summary>
    public static Stream Emptied(Stream file)
    {
        var layout = file.Length > 0 && FileEncoding.Detect(file) is { } encoding ? FileLayout.Find(file, encoding) : null;
        file.Position = 0;
        if (layout is null || layout.Columns.All(column => column is not null))
        {
            return file;
        }

        using var reader = FileLayout.Text(file, layout.Encoding);
        return new UnusedColumns(layout, reader.ReadToEnd()).Run();
    }

    private MemoryStream Run()
    {
        var at = 0;
        for (var line = 1; line < _layout.HeaderLine && at < _text.Length; line++)
        {
            at = LineEnd(at);
            _kept.Append('\n');
        }

        // A quotation mark that is never closed ends the quoting over lines for the rest of the file, as when it is read.
        var overLines = true;
        while (at < _text.Length)
        {
            var record = Record(at, overLines);
            if (record is null)
            {
                overLines = false;
                record = Record(at, overLines);
            }

            Keep(record!);
            at = record![^1].End;
        }

        var kept = new MemoryStream();
        using (var writer = new StreamWriter(kept, Marked(_layout.Encoding), leaveOpen: true))
        {
            writer.Write(_kept);
        }

        kept.Position = 0;
        return kept;
    }

    // The fields of the record that begins here, the last one with its line end; null when a quotation mark has swallowed rows.
    private List<Field>? Record(int at, bool overLines)
    {
        var fields = new List<Field>();
        while (true)
        {
            var field = Next(fields.Count == 0 ? at : fields[^1].End, overLines);
            fields.Add(field);
            if (overLines && (!field.IsClosed || field.End - at > LongestRecord))
            {
                return null;
            }

            if (field.End == _text.Length || _text[field.TextEnd] == '\n')
            {
                return overLines && IsSwallowed(fields) ? null : fields;
            }
        }
    }

    private Field Next(int start, bool overLines)
    {
        var isOpen = start < _text.Length && _text[start] == '"';
        var end = start;
        while (isOpen && ++end < _text.Length && (overLines || _text[end] != '\n'))
        {
            var isPair = _text[end] == '"' && end + 1 < _text.Length && _text[end + 1] == '"';
            isOpen = isPair || _text[end] != '"';
            end += isPair ? 1 : 0;
        }

        var rest = isOpen || end == start ? end : end + 1; // after the closing mark
        var stop = rest >= _text.Length ? -1 : _text.AsSpan(rest).IndexOfAny(_layout.Separator, '\n');
        var textEnd = stop < 0 ? _text.Length : rest + stop;
        var isMalformed = rest > start && !isOpen && !_text.AsSpan(rest, textEnd - rest).IsWhiteSpace();
        return new Field(start, textEnd, Math.Min(textEnd + 1, _text.Length), IsClosed: !isOpen, isMalformed);
    }

    // Two stray quotation marks, rows apart, make one long record.
    private bool IsSwallowed(List<Field> fields) => (fields.Count != _layout.Columns.Length || fields.Any(field => field.IsMalformed))
        && fields.Any(field => Text(field).Contains('\n') && Text(field).Contains(_layout.Separator));

    private void Keep(List<Field> record)
    {
        foreach (var (index, field) in record.Index())
        {
            var text = Text(field);
            var isExtra = index >= _layout.Columns.Length;
            _kept.Append(isExtra && !text.IsWhiteSpace() ? Emptied(text, Extra) : !isExtra && _layout.Columns[index] is not null ? text : Emptied(text));
            _kept.Append(_text.AsSpan(field.TextEnd, field.End - field.TextEnd));
        }
    }

    // Line breaks stay, in quotation marks as they were, so that every row keeps its number.
    private static string Emptied(ReadOnlySpan<char> text, string instead = "")
    {
        var breaks = text.TrimEnd('\r').Count('\n');
        return (breaks > 0 ? $"\"{instead}{new string('\n', breaks)}\"" : instead) + (text.EndsWith('\r') ? "\r" : "");
    }

    private ReadOnlySpan<char> Text(Field field) => _text.AsSpan(field.Start, field.TextEnd - field.Start);

    private int LineEnd(int at) => _text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : _text.Length;

    private static Encoding Marked(Encoding encoding) => encoding is UTF8Encoding ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : encoding;

    // From Start to TextEnd the field, from there to End what ends it: a separator, a line break or nothing.
    private readonly record struct Field(int Start, int TextEnd, int End, bool IsClosed, bool IsMalformed);
}
