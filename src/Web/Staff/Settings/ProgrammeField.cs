using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>How a field of a programme's form is filled in.</summary>
public enum ProgrammeFieldKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes, or left out.</summary>
    Flag,

    /// <summary>One of some values.</summary>
    One,

    /// <summary>Any of some values.</summary>
    Some,
}

/// <summary>A plain value of a programme as a field of its form.</summary>
/// <param name="Home">The object it stands in.</param>
/// <param name="Path">Where that is, as the programme's check names it: <c>$.steps[0].at</c>.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Choices">What may be chosen; none where anything may be written.</param>
/// <param name="IsNeeded">Whether the schema wants it.</param>
public sealed partial record ProgrammeField(JsonObject Home, string Path, ProgrammeFieldKind Kind, ImmutableArray<string> Choices, bool IsNeeded)
{
    /// <summary>The property's name.</summary>
    public string Property => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The key of its label: where it stands, in whichever step or rung.</summary>
    public string Label => $"programfalt.{Index().Replace(Path[2..], "")}";

    /// <summary>The key of a choice's label.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>The key.</returns>
    public string LabelOf(string choice) => $"programval.{Property}.{choice}";

    /// <summary>The number of the step it belongs to; null for the programme's own.</summary>
    public int? Step => StepIndex().Match(Path) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>An id for HTML.</summary>
    public string Id => Path[2..].Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>What stands there, as text; nothing when it is left out.</summary>
    public ImmutableArray<string> Values => Home[Property] switch
    {
        null => [],
        JsonArray all => [.. all.Select(one => one?.ToString() ?? "")],
        var one => [one.ToString()],
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"^\$\.steps\[(\d+)\]")]
    private static partial Regex StepIndex();
}
