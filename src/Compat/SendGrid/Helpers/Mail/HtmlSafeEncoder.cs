using System.Text.Encodings.Web;

namespace SendGrid.Helpers.Mail;

/// <summary>
/// Escapes what the official client's serializer escapes: quotes, angle brackets, ampersand and control characters as \u with lower-case
/// digits or their short form, and the three line separators. Everything else, åäö and emoji too, goes as it is.
/// </summary>
internal sealed unsafe class HtmlSafeEncoder : JavaScriptEncoder
{
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is
        < ' ' or '"' or '&' or '\'' or '<' or '>' or '\\' or 0x85 or 0x2028 or 0x2029;

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var index = 0; index < textLength; index++)
        {
            // A surrogate without its other half cannot be written as UTF-8: the base class replaces it when it is pointed out.
            if (WillEncode(text[index]) || IsLoneSurrogate(text, textLength, ref index))
            {
                return index;
            }
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escaped = Escape(unicodeScalar);
        var fits = escaped.TryCopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = fits ? escaped.Length : 0;
        return fits;
    }

    private static string Escape(int scalar) => scalar switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        '\\' => "\\\\",
        _ => $"\\u{scalar:x4}",
    };

    private static bool IsLoneSurrogate(char* text, int length, ref int index)
    {
        if (!char.IsSurrogate(text[index]))
        {
            return false;
        }

        if (index + 1 < length && char.IsSurrogatePair(text[index], text[index + 1]))
        {
            index++;
            return false;
        }

        return true;
    }
}
