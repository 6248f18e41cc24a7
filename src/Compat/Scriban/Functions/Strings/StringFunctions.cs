using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>string</c>: letters and tests.</summary>
[MemberOrder(
    "escape", "append", "capitalize", "capitalizewords", "contains", "empty", "whitespace", "downcase", "ends_with",
    "equals_ignore_case", "handleize", "literal", "lstrip", "pluralize", "prepend", "remove", "remove_first", "remove_last",
    "replace", "replace_first", "rstrip", "size", "slice", "slice1", "split", "starts_with", "strip", "strip_newlines", "to_int",
    "to_long", "to_float", "to_double", "truncate", "truncatewords", "upcase", "md5", "sha1", "sha256", "sha512", "hmac_sha1",
    "hmac_sha256", "hmac_sha512", "pad_left", "pad_right", "base64_encode", "base64_decode", "index_of")]
public partial class StringFunctions : ScriptObject
{
    /// <summary>The first letter raised.</summary>
    public static string Capitalize(string text)
    {
        if (string.IsNullOrEmpty(text) || char.IsUpper(text[0]))
        {
            return text ?? string.Empty;
        }

        return string.Concat([char.ToUpper(text[0])], text.AsSpan(1));
    }

    /// <summary>The first letter after each white space raised.</summary>
    public static string Capitalizewords(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        return string.Create(text.Length, text, static (result, source) =>
        {
            var raise = true;
            for (var i = 0; i < source.Length; i++)
            {
                var c = source[i];
                var isLetter = char.IsLetter(c);
                result[i] = raise && isLetter ? char.ToUpper(c) : c;
                raise = char.IsWhiteSpace(c) || (raise && !isLetter);
            }
        });
    }

    /// <summary>Lower case by invariant rules.</summary>
    public static string Downcase(string text) => text?.ToLowerInvariant();

    /// <summary>Upper case by invariant rules.</summary>
    public static string Upcase(string text) => text?.ToUpperInvariant();

    /// <summary>Characters; 0 for null.</summary>
    public static int Size(string text) => text?.Length ?? 0;

    /// <summary>True for null and "".</summary>
    public static bool Empty(string text) => string.IsNullOrEmpty(text);

    /// <summary>True when nothing but white space is there.</summary>
    public static bool Whitespace(string text) => string.IsNullOrWhiteSpace(text);

    /// <summary>Ordinal; false when the value is empty.</summary>
    public static bool Contains(string text, string value) =>
        text is not null && !string.IsNullOrEmpty(value) && text.Contains(value, StringComparison.Ordinal);

    /// <summary>By the thread's culture; false when the value is empty.</summary>
    public static bool EndsWith(string text, string value) =>
        text is not null && !string.IsNullOrEmpty(value) && text.EndsWith(value, StringComparison.CurrentCulture);

    /// <summary>By the thread's culture; false when the value is empty.</summary>
    public static bool StartsWith(string text, string value) =>
        text is not null && !string.IsNullOrEmpty(value) && text.StartsWith(value, StringComparison.CurrentCulture);

    /// <summary>By invariant rules; false when the text is null.</summary>
    public static bool EqualsIgnoreCase(string text, string value) =>
        text is not null && text.Equals(value, StringComparison.InvariantCultureIgnoreCase);

    /// <summary>The place of a text in another, or -1.</summary>
    public static int IndexOf(string text, string search, int? startIndex = null, int? count = null, string stringComparison = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(search);
        var comparison = StringComparison.CurrentCulture;
        if (stringComparison is not null && !Enum.TryParse(stringComparison, out comparison))
        {
            throw new ArgumentException($"'{stringComparison}' is not a valid {nameof(stringComparison)}", nameof(stringComparison));
        }

        var start = startIndex ?? 0;
        return text.IndexOf(search, start, count ?? text.Length - start, comparison);
    }
}
