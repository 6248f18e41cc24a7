using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Keeps the memory of one rendering within bounds, whatever the limits are set to.</summary>
public partial class TemplateContext
{
    /// <summary>No text made while rendering is longer, in characters; LimitToString bounds most of them sooner.</summary>
    internal const int LongestText = 4 * 1024 * 1024;

    // What one rendering may allocate in all. Loops and recursion are limited in steps, but each step may make a large value.
    private const long MostBytes = 256L * 1024 * 1024;
    private const int MostSequences = 1_000_000;

    private long _allocatedBefore;
    private int _runs;
    private int _sequences;
    private int _ticks;

    internal void BeginRun()
    {
        if (_runs++ == 0)
        {
            _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            _sequences = 0;
        }
    }

    internal void EndRun() => _runs--;

    /// <summary>Throws when the rendering has used its memory, or would with so many bytes more.</summary>
    internal void CheckMemory(SourceSpan span, long more = 0)
    {
        if (_runs > 0 && GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore + more > MostBytes)
        {
            throw new ScriptRuntimeException(span, "The template uses more memory than one rendering may.");
        }
    }

    /// <summary>Throws when a text of this many characters must not be made.</summary>
    internal void CheckText(SourceSpan span, long length)
    {
        if (length > LongestText)
        {
            throw new ScriptRuntimeException(span, $"A text exceeds `{LongestText}` characters.");
        }

        CheckMemory(span, length * sizeof(char));
    }

    /// <summary>Sequences read their sources when they are read: a few statements can stack them so that reading never ends.</summary>
    internal void OpenSequence(SourceSpan span)
    {
        EnsureStack(span);
        if (++_sequences > MostSequences)
        {
            throw new ScriptRuntimeException(span, $"More than `{MostSequences}` sequences were read.");
        }
    }

    // Now and then is enough: what lies between two looks is small, or looks itself.
    private void Tick(ScriptNode node)
    {
        if ((++_ticks & 255) == 0)
        {
            CheckAbort(node);
        }
    }
}
