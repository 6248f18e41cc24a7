using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>The unit's form: what stands in its fields, and which of them are wrong.</summary>
/// <param name="Version">The version of the rules that was seen.</param>
/// <param name="Values">What stands in each field; lines are kept together.</param>
/// <param name="Wrong">The fields to mend.</param>
public sealed record UnitForm(string Version, ImmutableDictionary<string, string> Values, ImmutableHashSet<string> Wrong)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands in a field.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>The form as it is opened: what is not in the rules stands in it as what holds without.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="version">Their version.</param>
    /// <param name="defaults">What holds where the rules say nothing, by property.</param>
    internal static UnitForm Of(JsonObject rules, string version, IReadOnlyDictionary<string, string> defaults) => new(
        version,
        UnitField.All.ToImmutableDictionary(
            field => field.Name,
            field => rules[field.Name] is { } value ? UnitValues.Shown(field.Kind, value) : defaults.GetValueOrDefault(field.Name, ""),
            StringComparer.Ordinal),
        []);

    /// <summary>The form as it was sent.</summary>
    /// <param name="request">The request.</param>
    internal static UnitForm Of(StaffRequest request)
    {
        var values = UnitField.All.ToImmutableDictionary(field => field.Name, field => UnitValues.Sent(field, request.Http.Form), StringComparer.Ordinal);
        return new UnitForm(request.Field("version"), values, []);
    }

    /// <summary>The rules with what stands in the fields; fields that cannot be read are named as wrong.</summary>
    /// <param name="rules">The rules as they stand: what the form does not show is kept.</param>
    internal (UnitForm Form, string Json) Over(JsonObject rules)
    {
        var wrong = ImmutableHashSet<string>.Empty;
        foreach (var field in UnitField.All)
        {
            if (!UnitValues.TryRead(field.Kind, this[field.Name], out var value))
            {
                wrong = wrong.Add(field.Name);
            }
            else if (value is null && field.Kind == UnitFieldKind.Months)
            {
                continue; // a form that does not ask for it takes nothing away
            }
            else if (value is null)
            {
                rules.Remove(field.Name);
            }
            else
            {
                rules[field.Name] = value;
            }
        }

        return (this with { Wrong = wrong }, rules.ToJsonString(Written));
    }

    /// <summary>Names the field that a sentence is about, as the rules' own check writes it: the first property that it names.</summary>
    internal UnitForm Blamed(string sentence)
    {
        var named = UnitField.All
            .Select(field => (field.Name, At: sentence.IndexOf(field.Name, StringComparison.Ordinal)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => found.Name)
            .FirstOrDefault();
        return named is null ? this : this with { Wrong = Wrong.Add(named) };
    }
}
