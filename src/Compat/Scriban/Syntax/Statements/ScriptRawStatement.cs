namespace Scriban.Syntax;

/// <summary>Text outside code, printed as it is.</summary>
public class ScriptRawStatement : ScriptStatement
{
    private readonly string _source;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Creates an empty text.</summary>
    public ScriptRawStatement()
        : this(string.Empty, 0, 0)
    {
    }

    internal ScriptRawStatement(string source, int start, int length) => (_source, _start, _length) = (source, start, length);

    /// <summary>True for the text of an escape block.</summary>
    public bool IsEscape { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        if (context.EnableOutput)
        {
            context.Write(_source, _start, _length);
        }

        return null;
    }
}
