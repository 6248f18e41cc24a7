using System.Collections.Immutable;

namespace Notifieringar.Delivery.Letters;

/// <summary>A part of a letter run, printed to one PDF.</summary>
/// <param name="Pdf">The PDF, A4, for duplex printing; empty when every letter has a problem.</param>
/// <param name="Pages">Which pages are whose, in the order the letters were given. Letters with problems are not in it.</param>
/// <param name="Problems">The letters that were left out, and why.</param>
public sealed record PrintedPart(ReadOnlyMemory<byte> Pdf, ImmutableArray<PageEntry> Pages, ImmutableArray<LetterProblem> Problems);

/// <summary>The pages of one letter.</summary>
/// <param name="Reference">The letter's reference.</param>
/// <param name="FirstPage">Its first page in the PDF, counted from 1; always odd, so that every letter begins on a new sheet.</param>
/// <param name="PageCount">2 for one sheet, 4 for two.</param>
public sealed record PageEntry(string Reference, int FirstPage, int PageCount);

/// <summary>A letter that was not printed.</summary>
/// <param name="Reference">The letter's reference.</param>
/// <param name="Kind">Why.</param>
public sealed record LetterProblem(string Reference, LetterProblemKind Kind);

/// <summary>Why a letter was not printed.</summary>
public enum LetterProblemKind
{
    /// <summary>The text needs more than two sheets, or one paragraph more than a page.</summary>
    Overflow,

    /// <summary>The address does not fit in the envelope's window at the smallest size the post accepts (10 pt).</summary>
    AddressTooLong,

    /// <summary>There is no address line with text.</summary>
    NoAddress,

    /// <summary>The sender's name and return address do not fit beside the window.</summary>
    SenderTooLong,

    /// <summary>The letter has a character that none of the installed fonts can draw; a box would have been printed in its place.</summary>
    MissingGlyph,

    /// <summary>The text has markup that a letter may not have, or tags that do not match.</summary>
    BadMarkup,

    /// <summary>The answer address is not absolute, or too long for a QR code that a telephone can read from paper.</summary>
    BadAnswerUrl,
}
