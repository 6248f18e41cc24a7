using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>A text in which lines that are too long are empty, so that one of them costs itself and not what comes after it.</summary>
/// <param name="text">The text.</param>
/// <param name="longest">The longest line that is let through, in bytes of UTF-8.</param>
internal sealed class ShortLines(TextReader text, int longest) : TextReader
{
    // With a space: a line break alone would be one with the return before it.
    private const string Left = " \n";

    private readonly Queue<int> _tooLong = new();
    private string _line = "";
    private int _at;
    private int _number;

    /// <summary>The lines left out so far, from 1, each told once.</summary>
    public IEnumerable<int> TakeTooLong(int before)
    {
        while (_tooLong.TryPeek(out var line) && line < before)
        {
            yield return _tooLong.Dequeue();
        }
    }

    public override int Peek() => Fill() ? _line[_at] : -1;

    public override int Read() => Fill() ? _line[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return Read(buffer.AsSpan(index, count));
    }

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || !Fill())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _line.Length - _at);
        _line.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        if (_at < _line.Length)
        {
            return true;
        }

        (_line, _at) = (Next(), 0);
        return _line.Length > 0;
    }

    // With its line break, which may be a return alone, as the reader of records has it; empty at the end.
    private string Next()
    {
        var line = new StringBuilder();
        var bytes = 0;
        while (text.Read() is >= 0 and var sign)
        {
            bytes += sign < 0x80 ? 1 : sign < 0x800 ? 2 : 3;
            var isEnd = sign == '\n' || (sign == '\r' && text.Peek() != '\n');
            if (bytes <= longest)
            {
                line.Append((char)sign);
            }

            if (isEnd)
            {
                return Ended(bytes > longest ? Left : line.ToString(), bytes);
            }
        }

        return bytes == 0 ? "" : Ended(bytes > longest ? Left : line.ToString(), bytes);
    }

    private string Ended(string line, int bytes)
    {
        _number++;
        if (bytes > longest)
        {
            _tooLong.Enqueue(_number);
        }

        return line;
    }
}
