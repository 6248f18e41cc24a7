namespace Scriban.Runtime;

/// <summary>Where a context writes to.</summary>
public interface IScriptOutput
{
    /// <summary>Writes a part of a text.</summary>
    void Write(string text, int offset, int count);

    /// <summary>The same; this stand-in renders synchronously and never calls it.</summary>
    ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken);
}
