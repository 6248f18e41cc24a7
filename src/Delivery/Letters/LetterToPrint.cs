using System.Collections.Immutable;

namespace Notifieringar.Delivery.Letters;

/// <summary>One letter of a run: everything that is printed, already decided and rendered.</summary>
/// <param name="Reference">The notice's opaque reference. It names the letter in the page list and the problems, and is printed nowhere.</param>
/// <param name="AddressLines">Name, c/o, street, postal code and town as plain text. Blank lines are left out; at least one must remain.</param>
/// <param name="SenderName">The library service's name; set in type as the letter's wordmark.</param>
/// <param name="ReturnAddressLines">The sender's own postal address as plain text, printed small under the wordmark.</param>
/// <param name="Primary">The text in the family's language.</param>
/// <param name="Swedish">The same text in Swedish; null when <paramref name="Primary"/> is Swedish.</param>
/// <param name="AnswerUrl">The absolute address of the answer page, for the QR code; null when no answer is asked for.</param>
/// <param name="ShortCode">The code a family may type instead of scanning; null when there is none.</param>
/// <param name="PhoneForHelp">The number a family may call, as it is to be read, e.g. "070-174 06 05"; empty when there is none.</param>
/// <param name="DateLine">The letter's date as plain text.</param>
public sealed record LetterToPrint(
    string Reference,
    ImmutableArray<string> AddressLines,
    string SenderName,
    ImmutableArray<string> ReturnAddressLines,
    LetterText Primary,
    LetterText? Swedish,
    string? AnswerUrl,
    string? ShortCode,
    string PhoneForHelp,
    string DateLine);

/// <summary>The words of a letter in one language.</summary>
/// <param name="Language">BCP 47 tag, e.g. "ar".</param>
/// <param name="RightToLeft">Whether the language is written from right to left.</param>
/// <param name="Html">
/// An escaped fragment of block elements. Allowed: h1, h2, p, ul, ol, li, strong, em, br, a (href), bdi and span, each with lang and dir.
/// Anything else puts the letter among the problems, because a stray tag could move text into the envelope's window.
/// </param>
/// <param name="AnswerCaption">Plain text beside the QR code, e.g. "Svara här".</param>
/// <param name="CodeCaption">Plain text before the short code, e.g. "Kod".</param>
public sealed record LetterText(string Language, bool RightToLeft, string Html, string AnswerCaption, string CodeCaption);
