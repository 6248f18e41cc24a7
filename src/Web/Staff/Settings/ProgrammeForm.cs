using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Notifieringar.Templates;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>A programme's plain values as a form over its schema: what the schema lets stand where something stands. Steps are added and removed
/// in the text.</summary>
internal static class ProgrammeForm
{
    // Its id is its address, and the others are for whoever ships programmes.
    private static readonly ImmutableHashSet<string> Untouched = ["$schema", "id", "textsFrom"];

    private static readonly JsonElement Schema = JsonDocument.Parse(ShippedProgrammes.Schema).RootElement;

    /// <summary>The fields, in the schema's order; those of a step follow each other.</summary>
    public static ImmutableArray<ProgrammeField> Of(JsonObject programme) => [.. Fields(programme, Schema, "$")];

    /// <summary>Writes what was sent into the programme. What cannot be read stands there as it was typed, for the programme's check to name.</summary>
    public static void Write(JsonObject programme, IFormCollection sent)
    {
        foreach (var field in Of(programme))
        {
            var typed = sent[field.Path];
            if (ValueOf(field, [.. typed.Select(one => (one ?? "").Trim())]) is { } value)
            {
                field.Home[field.Property] = value;
            }
            else
            {
                field.Home.Remove(field.Property);
            }
        }
    }

    private static JsonNode? ValueOf(ProgrammeField field, ImmutableArray<string> typed) => (field.Kind, typed) switch
    {
        (ProgrammeFieldKind.Some, _) => new JsonArray([.. typed.Select(one => JsonValue.Create(one))]),
        (_, [] or [""]) => null,
        (ProgrammeFieldKind.Flag, _) => true,
        (ProgrammeFieldKind.Number, [var one, ..]) when int.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        (_, [var one, ..]) => one,
    };

    private static IEnumerable<ProgrammeField> Fields(JsonObject home, JsonElement schema, string path)
    {
        var needed = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        foreach (var property in schema.GetProperty("properties").EnumerateObject().Where(property => !Untouched.Contains(property.Name)))
        {
            foreach (var field in Fields(home, property.Name, Resolved(property.Value), $"{path}.{property.Name}", needed.Contains(property.Name)))
            {
                yield return field;
            }
        }
    }

    private static IEnumerable<ProgrammeField> Fields(JsonObject home, string name, JsonElement rule, string path, bool isNeeded)
    {
        if (rule.TryGetProperty("properties", out _))
        {
            return home[name] is JsonObject inner ? Fields(inner, rule, path) : [];
        }

        if (rule.TryGetProperty("items", out var items) && Resolved(items) is var item && item.TryGetProperty("properties", out _))
        {
            return home[name] is JsonArray all ? all.SelectMany((one, index) => one is JsonObject part ? Fields(part, item, $"{path}[{index}]") : []) : [];
        }

        return [new ProgrammeField(home, path, KindOf(rule), ChoicesOf(items.ValueKind == JsonValueKind.Object ? items : rule), isNeeded)];
    }

    private static ProgrammeFieldKind KindOf(JsonElement rule) => rule switch
    {
        _ when rule.TryGetProperty("enum", out _) => ProgrammeFieldKind.One,
        _ => rule.GetProperty("type").GetString() switch
        {
            "array" => ProgrammeFieldKind.Some,
            "integer" => ProgrammeFieldKind.Number,
            "boolean" => ProgrammeFieldKind.Flag,
            _ => ProgrammeFieldKind.Text,
        },
    };

    private static ImmutableArray<string> ChoicesOf(JsonElement rule) =>
        rule.TryGetProperty("enum", out var choices) ? [.. choices.EnumerateArray().Select(choice => choice.GetString()!)] : [];

    private static JsonElement Resolved(JsonElement rule) => rule.TryGetProperty("$ref", out var reference)
        ? Schema.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1])
        : rule;
}
