using System.Collections.Immutable;

namespace Notifieringar.Delivery.Letters;

/// <summary>A letter as it would be printed, to be looked at on a screen.</summary>
/// <param name="Problem">Why it would not be printed; null when it would.</param>
/// <param name="Html">Its pages as they are laid out: elements without a style attribute; empty when it cannot be laid out at all.</param>
/// <param name="Front">The front page alone, as it lies in the envelope.</param>
/// <param name="Css">The style sheet of the pages, fonts included.</param>
/// <param name="Windows">What the envelope's window shows when the sheet has slid as far as it can, into each corner.</param>
public sealed record LetterPreview(LetterProblemKind? Problem, string Html, string Front, string Css, ImmutableArray<WindowView> Windows)
{
    /// <summary>True when the window shows the whole address and nothing else, wherever the sheet lies.</summary>
    public bool IsRightInWindow => !Windows.IsEmpty && Windows.All(window => window is { ShowsAddress: true, ShowsNothingElse: true });
}

/// <summary>What an envelope's window shows at one shift of the sheet.</summary>
/// <param name="SlidRight">True when the sheet lies at the envelope's right side, else at its left.</param>
/// <param name="SlidDown">True when the sheet lies at the envelope's bottom, else at its top.</param>
/// <param name="Seen">The part of the sheet that is seen.</param>
/// <param name="ShowsAddress">True when the whole address is seen.</param>
/// <param name="ShowsNothingElse">True when nothing but the address is seen.</param>
public sealed record WindowView(bool SlidRight, bool SlidDown, MillimetreBox Seen, bool ShowsAddress, bool ShowsNothingElse);
