namespace Scriban.Runtime;

/// <summary>Writes to a text writer.</summary>
public class TextWriterOutput : IScriptOutput
{
    /// <summary>Creates an output with a writer of its own.</summary>
    public TextWriterOutput()
        : this(new StringWriter())
    {
    }

    /// <summary>Creates an output for a writer.</summary>
    public TextWriterOutput(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Writer = writer;
    }

    /// <summary>The writer.</summary>
    public TextWriter Writer { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Writer.Write(text.AsSpan(offset, count));

    /// <inheritdoc />
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken) =>
        new(Writer.WriteAsync(text.AsMemory(offset, count), cancellationToken));

    /// <inheritdoc />
    public override string ToString() => Writer.ToString();
}
