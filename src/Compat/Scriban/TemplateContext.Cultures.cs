using System.Globalization;

namespace Scriban;

/// <summary>The culture numbers and dates are printed in, and the names of the texts being rendered.</summary>
public partial class TemplateContext
{
    private CultureInfo _currentCulture = CultureInfo.InvariantCulture;
    private Stack<CultureInfo> _cultures;
    private Stack<string> _sourceFiles;

    /// <summary>The culture on top; the invariant one when none was pushed.</summary>
    public CultureInfo CurrentCulture => _currentCulture;

    /// <summary>Cultures pushed.</summary>
    public int CultureCount => _cultures?.Count ?? 0;

    /// <summary>The path of the text being rendered, or null.</summary>
    public string CurrentSourceFile => _sourceFiles is { Count: > 0 } ? _sourceFiles.Peek() : null;

    /// <summary>Prints in a culture until it is popped.</summary>
    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        (_cultures ??= new Stack<CultureInfo>()).Push(_currentCulture);
        _currentCulture = culture;
    }

    /// <summary>Goes back to the culture before.</summary>
    public CultureInfo PopCulture()
    {
        if (CultureCount == 0)
        {
            throw new InvalidOperationException("Unexpected PopCulture() not matching a PushCulture");
        }

        var popped = _currentCulture;
        _currentCulture = _cultures.Pop();
        return popped;
    }

    /// <summary>Enters a text.</summary>
    public void PushSourceFile(string sourceFile)
    {
        ArgumentNullException.ThrowIfNull(sourceFile);
        (_sourceFiles ??= new Stack<string>()).Push(sourceFile);
    }

    /// <summary>Leaves a text.</summary>
    public string PopSourceFile() => _sourceFiles is { Count: > 0 }
        ? _sourceFiles.Pop()
        : throw new InvalidOperationException("Unexpected PopSourceFile() not matching a PushSourceFile");
}
