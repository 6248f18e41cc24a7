using System.Text.Json;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>The words of staff's pages, by key. Values stand in braces.</summary>
internal sealed class StaffWords
{
    private readonly Dictionary<string, string> _words =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Embedded.Read("Staff/Texts/pages.sv.json"))!;

    public static StaffWords Swedish { get; } = new();

    /// <summary>A phrase.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that key: a fault of ours.</exception>
    public string this[string key] => _words[key];

    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <summary>A phrase if there is one: what comes from an address need not be a key.</summary>
    public string? Find(string key) => _words.GetValueOrDefault(key);

    /// <summary>A phrase with its values, as plain text.</summary>
    public string With(string key, params (string Name, object Value)[] values) => values.Aggregate(
        this[key], (text, value) => text.Replace($"{{{value.Name}}}", Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
