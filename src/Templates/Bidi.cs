using System.Text;

namespace Notifieringar.Templates;

/// <summary>Direction marks in plain text. They are not in the SMS alphabet, so they are written only where they do something.</summary>
internal static class Bidi
{
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public static string Isolate(string text, Isolation isolation, bool rightToLeft) => isolation switch
    {
        Isolation.LeftToRight when rightToLeft => LeftToRightIsolate + text + PopIsolate,
        Isolation.FirstStrong when rightToLeft || HasRightToLeft(text) => FirstStrongIsolate + text + PopIsolate,
        _ => text,
    };

    /// <summary>Data cannot bring its own direction marks (an unclosed one would turn the rest of the text) nor line breaks and other controls.</summary>
    public static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (IsMark(character))
            {
                continue;
            }

            clean.Append(char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character);
        }

        return clean.ToString().Trim();
    }

    public static bool IsMark(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    // Hebrew to Arabic Extended-A, and the presentation forms.
    private static bool HasRightToLeft(string text) =>
        text.Any(character => character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'));
}
