using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Notifieringar.Web.Family;

/// <summary>Turns text into HTML. Everything that is not written here passes <see cref="Encode"/>.</summary>
internal static partial class PageHtml
{
    // All letters stay as they are: the pages are UTF-8, and Arabic as entities would be six times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A name, which keeps its own direction in the text around it.</summary>
    public static string Name(string name) => $"<bdi>{Encode(name)}</bdi>";

    /// <summary>A time, date or number, which would turn around in a text from right to left.</summary>
    public static string Digits(string digits) => $"""<bdi dir="ltr">{Encode(digits)}</bdi>""";

    /// <summary>A phone number to call by touching it.</summary>
    public static string Phone(string phone) =>
        $"""<a href="tel:{string.Concat(phone.Where(sign => char.IsAsciiDigit(sign) || sign == '+'))}">{Digits(phone)}</a>""";

    /// <summary>A phrase with its values.</summary>
    /// <param name="phrase">Plain text with names in braces.</param>
    /// <param name="values">HTML by name.</param>
    /// <exception cref="KeyNotFoundException">The phrase names a value that is not given.</exception>
    public static string Fill(string phrase, IReadOnlyDictionary<string, string> values) =>
        string.Concat(Place().Split(phrase).Select((part, index) => index % 2 == 0 ? Encode(part) : values[part]));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
