using System.Text.RegularExpressions;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>Cuts a template into what its writer would call words: names, numbers, strings, signs, blanks.</summary>
internal static partial class Pieces
{
    public static List<string> Of(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""
        \{\{[-~]?|[-~]?\}\}|"[^"]*"|'[^']*'|\p{L}\w*|\d+|\s+|.
        """, RegexOptions.Singleline)]
    private static partial Regex Piece();
}
