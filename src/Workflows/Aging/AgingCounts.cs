using System.Globalization;

namespace Notifieringar.Workflows.Aging;

/// <summary>What has gone by which rule: the protocol, in numbers.</summary>
public sealed class AgingCounts
{
    private readonly List<(string Rule, int Months, int Count)> _lines = [];

    /// <summary>Adds what has gone by a rule.</summary>
    /// <param name="rule">The rule's name, as unit rules have it.</param>
    /// <param name="months">How many months it says.</param>
    /// <param name="count">How much has gone.</param>
    public void Add(string rule, int months, int count) => _lines.Add((rule, months, count));

    /// <summary>Reads a line of the protocol.</summary>
    /// <param name="text">All lines, as <see cref="ToString"/> writes them.</param>
    /// <returns>Rule, months and count of each; nothing for another text.</returns>
    public static IReadOnlyList<(string Rule, string Months, string Count)> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(' ').Select(line => line.Split(':')).Where(parts => parts.Length == 3).Select(parts => (parts[0], parts[1], parts[2]))];
    }

    /// <summary>Everything of which something has gone; a dash when nothing has.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => _lines.Where(line => line.Count > 0).ToList() is { Count: > 0 } gone
        ? string.Join(' ', gone.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Rule}:{line.Months}:{line.Count}")))
        : "-";
}
