using System.Text.Json.Nodes;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Definitions;

/// <summary>Adds a closed period to a unit's rules, so that nothing new is laid on its days.</summary>
/// <param name="definitions">The Units table.</param>
/// <param name="cache">What this instance has read.</param>
public sealed class ClosedPeriods(DefinitionTable definitions, DefinitionCache cache)
{
    private const int Attempts = 5;

    internal async Task AddAsync(UnitId unit, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (rules, version) = await definitions.FindAsync(DefinitionTable.Units, unit.Value, cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"There is no unit '{unit}'.");
            if (With(rules, from, to) is not { } changed
                || await definitions.ReplaceAsync(DefinitionTable.Units, unit.Value, changed, version, cancellation).ConfigureAwait(false))
            {
                cache.Forget();
                return;
            }
        }

        throw new InvalidOperationException($"The rules of unit '{unit}' kept changing while a closed period was added.");
    }

    /// <summary>The rules with the period; null when they have it.</summary>
    internal static string? With(string rules, LocalDate from, LocalDate to)
    {
        var file = JsonNode.Parse(rules)!.AsObject();
        var closed = file["closed"] as JsonArray ?? [];
        var (first, last) = (LocalDatePattern.Iso.Format(from), LocalDatePattern.Iso.Format(to));
        if (closed.Any(period => (string?)period?["from"] == first && (string?)period?["to"] == last))
        {
            return null;
        }

        closed.Add(new JsonObject { ["from"] = first, ["to"] = last });
        file["closed"] = closed.Parent is null ? closed : closed.DeepClone();
        return file.ToJsonString();
    }
}
