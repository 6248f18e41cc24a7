using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban;

/// <summary>Prints.</summary>
public partial class TemplateContext
{
    private readonly Stack<IScriptOutput> _outputs = new();
    private long _written;
    private bool _atNewLine;

    /// <summary>Where output goes.</summary>
    public IScriptOutput Output
    {
        get
        {
            if (_outputs.Count == 0)
            {
                _outputs.Push(new StringBuilderOutput());
            }

            return _outputs.Peek();
        }
    }

    /// <summary>Outputs on the stack.</summary>
    public int OutputCount => _outputs.Count;

    /// <summary>False while only a value is wanted.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>Repeats the white space in front of a block on each line it writes; true unless set.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>The same for empty lines; true unless set.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>What each line begins with at the moment; usually null.</summary>
    public string CurrentIndent { get; set; }

    /// <summary>Collects what is printed from now on.</summary>
    public void PushOutput() => PushOutput(new StringBuilderOutput());

    /// <summary>Prints to another output from now on.</summary>
    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _outputs.Push(output);
    }

    /// <summary>Goes back to the output before.</summary>
    public IScriptOutput PopOutput() =>
        _outputs.Count == 0 ? throw new InvalidOperationException("Unexpected PopOutput() not matching a PushOutput") : _outputs.Pop();

    /// <summary>Prints a value; null prints nothing.</summary>
    public virtual TemplateContext Write(SourceSpan span, object textAsObject)
    {
        if (textAsObject is not null)
        {
            Write(textAsObject as string ?? ObjectToString(textAsObject));
        }

        return this;
    }

    /// <summary>Prints a text.</summary>
    public virtual TemplateContext Write(string text)
    {
        if (text is not null)
        {
            Write(text, 0, text.Length);
        }

        return this;
    }

    /// <summary>Prints the line break of the context.</summary>
    public virtual TemplateContext WriteLine() => Write(NewLine);

    /// <summary>Prints a part of a text.</summary>
    public virtual TemplateContext Write(string text, int startIndex, int count)
    {
        if (text is null || count == 0)
        {
            return this;
        }

        if (CurrentIndent is null)
        {
            WriteLimited(text, startIndex, count);
            return this;
        }

        var end = startIndex + count;
        while (startIndex < end)
        {
            var lineBreak = text.IndexOf('\n', startIndex, end - startIndex);
            var next = lineBreak < 0 ? end : lineBreak + 1;
            if (_atNewLine && (IndentOnEmptyLines || text[startIndex] is not ('\n' or '\r')))
            {
                WriteLimited(CurrentIndent, 0, CurrentIndent.Length);
            }

            WriteLimited(text, startIndex, next - startIndex);
            _atNewLine = lineBreak >= 0;
            startIndex = next;
        }

        return this;
    }

    /// <summary>Forgets that a line has just ended.</summary>
    public void ResetPreviousNewLine() => _atNewLine = false;

    /// <summary>The text of a value; a nested one is written like a literal.</summary>
    public virtual string ObjectToString(object value, bool nested = false)
    {
        if (!nested && value is string or null)
        {
            return Limited((string)value ?? string.Empty);
        }

        return Limited((nested ? null : ValuePrinter.Simple(this, value)) ?? new ValuePrinter(this).Print(value, nested));
    }

    /// <summary>A value's text for a message.</summary>
    internal string ShortText(object value)
    {
        if (value is ScriptArray or ScriptRange)
        {
            return value.GetType().ToString();
        }

        var text = ObjectToString(value);
        return text.Length > 200 ? text[..200] + "..." : text;
    }

    private string Limited(string text) =>
        LimitToString > 0 && text.Length > LimitToString ? string.Concat(text.AsSpan(0, LimitToString), "...") : text;

    private void WriteLimited(string text, int start, int count)
    {
        if (LimitToString > 0)
        {
            var room = LimitToString - _written;
            if (room < 0)
            {
                return;
            }

            _written += count;
            if (count > room)
            {
                _written = LimitToString + 1L;
                Output.Write(text, start, (int)room);
                Output.Write("...", 0, 3);
                return;
            }
        }

        Output.Write(text, start, count);
    }
}
