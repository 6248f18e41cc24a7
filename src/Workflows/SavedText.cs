using System.Collections.Immutable;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Workflows;

/// <summary>What came of publishing a text.</summary>
public abstract record SavedText
{
    private SavedText()
    {
    }

    /// <summary>It is published.</summary>
    /// <param name="Version">Its version: a hash of its content.</param>
    /// <param name="Findings">What could be better.</param>
    /// <param name="Stale">The languages of its step and channel whose texts were translated from earlier Swedish words.</param>
    public sealed record Published(string Version, ImmutableArray<TextFinding> Findings, ImmutableArray<string> Stale) : SavedText;

    /// <summary>It must not be published as it is.</summary>
    /// <param name="Findings">What is wrong, and what could be better.</param>
    public sealed record Faulty(ImmutableArray<TextFinding> Findings) : SavedText;

    /// <summary>There is no place for it.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : SavedText;

    /// <summary>The Swedish text is not the one that was translated.</summary>
    /// <param name="Swedish">The version of the Swedish text that is published; null when there is none.</param>
    public sealed record Outdated(string? Swedish) : SavedText;

    /// <summary>Somebody else published it at the same time.</summary>
    public sealed record Busy : SavedText;
}
