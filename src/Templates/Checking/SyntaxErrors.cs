using Scriban.Parsing;

namespace Notifieringar.Templates.Checking;

/// <summary>Can the code be read?</summary>
internal static class SyntaxErrors
{
    public static IEnumerable<TextFinding> In(CheckedText text) => text.IsTooLong || text.Parsed.IsTooDeep ? [TooBig(text)] : Errors(text);

    private static TextFinding TooBig(CheckedText text) => text.Finding(
        TextFindingCode.ParseError,
        FindingWeight.Error,
        SourcePlace.Start,
        "Texten är längre eller har fler block inuti varandra än någon text behöver.",
        "Dela upp den eller ta bort det som inte ska vara med.");

    private static IEnumerable<TextFinding> Errors(CheckedText text) => text.Parsed.Template.Messages
        .Where(message => message.Type == ParserMessageType.Error)
        .Select(message => text.Finding(
            TextFindingCode.ParseError, FindingWeight.Error, SourcePlace.Of(message.Span.Start), Sentence(message.Message), Remedy(message.Message)));

    // The parser's own words are English; the two mistakes that people make most often get words of their own.
    private static string Sentence(string message) =>
        IsMissingEnd(message) ? "Ett block som börjar här i närheten har inget slut."
        : IsOpenQuote(message) ? "En text inom citattecken tar aldrig slut."
        : "Koden här går inte att förstå.";

    private static string Remedy(string message) =>
        IsMissingEnd(message) ? "Lägg till {{ end }} efter det som hör till blocket."
        : IsOpenQuote(message) ? "Lägg till citattecknet som saknas."
        : "Titta efter ett tecken för mycket eller för lite mellan {{ och }}.";

    private static bool IsMissingEnd(string message) => message.Contains("<end>", StringComparison.Ordinal);

    private static bool IsOpenQuote(string message) => message.Contains("not terminated", StringComparison.Ordinal)
        || message.Contains("end of file while parsing a string", StringComparison.OrdinalIgnoreCase);
}
