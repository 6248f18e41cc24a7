using System.Text.RegularExpressions;

namespace Notifieringar.Templates;

/// <summary>Finds the statement around a place in a template and whether it says what to do when a value is absent.</summary>
internal static partial class CodeStatement
{
    /// <summary>True in a condition and before <c>??</c>; everywhere else an absent value is a mistake.</summary>
    public static bool HandlesAbsence(string source, int offset)
    {
        if (offset < 0 || offset >= source.Length)
        {
            return false;
        }

        var start = offset;
        while (start > 0 && !StartsAfter(source, start - 1))
        {
            start--;
        }

        var end = offset;
        while (end < source.Length && !EndsAt(source, end))
        {
            end++;
        }

        var head = source[start..end].TrimStart('-', '~', ' ', '\t');
        return IsCondition(head) || Quoted().Replace(source[offset..end], "").Contains("??", StringComparison.Ordinal);
    }

    private static bool IsCondition(string statement) =>
        statement.StartsWith("if ", StringComparison.Ordinal) || statement.StartsWith("else if ", StringComparison.Ordinal);

    private static bool StartsAfter(string source, int index) =>
        source[index] is '\n' or ';' || (source[index] == '{' && index > 0 && source[index - 1] == '{');

    private static bool EndsAt(string source, int index) =>
        source[index] is '\n' or ';' || (source[index] == '}' && index + 1 < source.Length && source[index + 1] == '}');

    [GeneratedRegex("""
        "[^"]*"|'[^']*'
        """)]
    private static partial Regex Quoted();
}
