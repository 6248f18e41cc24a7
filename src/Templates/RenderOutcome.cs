namespace Notifieringar.Templates;

/// <summary>What became of a text: written, or why not.</summary>
public abstract record RenderOutcome
{
    private RenderOutcome()
    {
    }

    /// <summary>The text, ready to send.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Rendered(RenderedText Text) : RenderOutcome;

    /// <summary>This recipient lacks something the text says: the person goes to the problem list, the others get theirs.</summary>
    /// <param name="Path">What is missing, as the text names it, for example <c>guardian.name</c>.</param>
    public sealed record MissingValue(string Path) : RenderOutcome;

    /// <summary>The text itself is wrong, for every recipient.</summary>
    /// <param name="Line">Line of the mistake, from 1; 0 when it is not at one place.</param>
    /// <param name="Column">Column of the mistake, from 1; 0 when it is not at one place.</param>
    /// <param name="Message">What is wrong.</param>
    public sealed record BrokenTemplate(int Line, int Column, string Message) : RenderOutcome;
}
