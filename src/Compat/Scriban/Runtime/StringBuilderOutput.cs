using System.Text;

namespace Scriban.Runtime;

/// <summary>Writes to a string builder.</summary>
public class StringBuilderOutput : IScriptOutput
{
    /// <summary>Creates an output with its own builder.</summary>
    public StringBuilderOutput()
        : this(new StringBuilder())
    {
    }

    /// <summary>Creates an output for a builder.</summary>
    public StringBuilderOutput(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Builder = builder;
    }

    /// <summary>The builder.</summary>
    public StringBuilder Builder { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    /// <inheritdoc />
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }

    /// <inheritdoc />
    public override string ToString() => Builder.ToString();
}
