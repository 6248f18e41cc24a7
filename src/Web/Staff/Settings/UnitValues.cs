using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>Values of the unit's rules, as JSON and as people write them.</summary>
internal static class UnitValues
{
    private const string Between = " – ";
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A value as it stands in its field.</summary>
    public static string Shown(UnitFieldKind kind, JsonNode value) => kind switch
    {
        UnitFieldKind.Periods => Joined(value.AsArray().Select(period => $"{period!["from"]}{Between}{period["to"]}")),
        UnitFieldKind.Counts => Joined(value.AsObject().Select(count => $"{count.Key} {count.Value}")),
        UnitFieldKind.Months => Joined(Retention.Names.Select(name => Line(name, value[name]?.ToString() ?? Month(Retention.Usual.MonthsOf(name))))),
        UnitFieldKind.Flag => value.GetValue<bool>() ? "ja" : "",
        _ when value is JsonArray lines => Joined(lines.Select(line => line!.ToString())),
        _ => value.ToString(),
    };

    /// <summary>What was sent in a field.</summary>
    public static string Sent(UnitField field, IFormCollection form) => field.Kind switch
    {
        UnitFieldKind.Days => Joined(form[field.Name]!),
        UnitFieldKind.Months => Joined(Retention.Names.Where(name => form.ContainsKey($"{field.Name}-{name}")).Select(name => Line(name, form[$"{field.Name}-{name}"].ToString().Trim()))),
        UnitFieldKind.Periods => Joined(form[$"{field.Name}From"].Zip(form[$"{field.Name}To"], (from, to) => $"{from}{Between}{to}").Where(period => period != Between)),
        _ => form[field.Name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
    };

    /// <summary>The lines of a field.</summary>
    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first and last day of each period of a field, as they stand there.</summary>
    public static IEnumerable<(string From, string To)> Periods(string text) =>
        text.Split('\n').Where(line => line.Length > 0).Select(line => line.Split(Between)).Select(ends => (ends[0], ends.Length > 1 ? ends[1] : ""));

    /// <summary>What stands in the field of one kind of thing that is kept.</summary>
    public static string MonthsIn(string text, string name) => Lines(text).FirstOrDefault(line => line.StartsWith($"{name} ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";

    /// <summary>What stands in the field when nothing is ruled.</summary>
    public static string Of(Retention kept) => Joined(Retention.Names.Select(name => Line(name, Month(kept.MonthsOf(name)))));

    /// <summary>Reads a field.</summary>
    /// <param name="kind">How it is filled in.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="value">The value; null for none.</param>
    /// <returns>False for what cannot be read.</returns>
    public static bool TryRead(UnitFieldKind kind, string text, out JsonNode? value)
    {
        value = kind switch
        {
            UnitFieldKind.Flag => text == "ja",
            UnitFieldKind.Lines or UnitFieldKind.Days or UnitFieldKind.OptionalLines or UnitFieldKind.Times =>
                new JsonArray([.. Lines(text).Select(line => JsonValue.Create(kind == UnitFieldKind.Times ? line.Replace('.', ':') : line))]),
            UnitFieldKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            UnitFieldKind.Money => decimal.TryParse(text.Replace(',', '.').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kronor) ? kronor : null,
            UnitFieldKind.Months => MonthsOf(text),
            UnitFieldKind.Periods => PeriodsOf(text),
            UnitFieldKind.Counts => CountsOf(text),
            _ => text.Trim(),
        };
        return kind switch
        {
            UnitFieldKind.Line => text.Trim().Length > 0,
            UnitFieldKind.Lines or UnitFieldKind.Days => value!.AsArray().Count > 0,
            UnitFieldKind.Times => value!.AsArray() is { Count: > 0 } times && times.All(time => IsTime(time!.ToString())),
            UnitFieldKind.Time => IsTime(text.Trim()),
            UnitFieldKind.Number or UnitFieldKind.Periods => value is not null,
            UnitFieldKind.Money or UnitFieldKind.Counts or UnitFieldKind.Months => value is not null || string.IsNullOrWhiteSpace(text),
            _ => true,
        };
    }

    private static string Line(string name, string months) => $"{name} {months}";

    private static string Month(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static JsonObject? MonthsOf(string text)
    {
        var months = new JsonObject();
        foreach (var name in Retention.Names)
        {
            if (!int.TryParse(MonthsIn(text, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            months[name] = number;
        }

        return months;
    }

    private static bool IsTime(string text) => Time.Parse(text).Success;

    private static JsonArray? PeriodsOf(string text)
    {
        var periods = new JsonArray();
        foreach (var (from, to) in Periods(text))
        {
            if (!LocalDatePattern.Iso.Parse(from).TryGetValue(default, out var first) || !LocalDatePattern.Iso.Parse(to).TryGetValue(default, out var last) || first > last)
            {
                return null;
            }

            periods.Add(new JsonObject { ["from"] = from, ["to"] = to });
        }

        return periods;
    }

    private static JsonObject? CountsOf(string text)
    {
        var counts = new JsonObject();
        foreach (var line in Lines(text))
        {
            if (line.Split([' ', ':', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var language, var count]
                || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || counts.ContainsKey(language))
            {
                return null;
            }

            counts[language] = number;
        }

        return counts.Count == 0 ? null : counts;
    }

    private static string Joined(IEnumerable<string?> lines) => string.Join('\n', lines);
}
