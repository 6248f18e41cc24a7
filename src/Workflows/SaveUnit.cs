using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Creates a unit or changes its rules.</summary>
/// <param name="definitions">The Units table.</param>
/// <param name="cache">What this instance has read.</param>
public sealed class SaveUnit(DefinitionTable definitions, DefinitionCache cache)
{
    private const int LongestId = 40;

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json">Its rules (docs/units.md).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Null when saved; else a sentence that says what to mend.</returns>
    public async Task<string?> RunAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        if (await ProblemAsync(unit, json, cancellation).ConfigureAwait(false) is { } problem)
        {
            return problem;
        }

        await definitions.PutAsync(DefinitionTable.Units, unit.Value, json, cancellation).ConfigureAwait(false);
        cache.Forget();
        return null;
    }

    /// <summary>A unit's rules as they stand, to be edited.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON, and its version for <see cref="ReplaceAsync"/>; null when there is no such unit.</returns>
    public Task<(string Json, string Version)?> FindAsync(UnitId unit, CancellationToken cancellation) =>
        definitions.FindAsync(DefinitionTable.Units, unit.Value, cancellation);

    /// <summary>Saves rules over those that somebody has seen.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json">Its rules (docs/units.md).</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A sentence that says what to mend, null for nothing; and whether it is saved: false without one when somebody else has changed the
    /// rules meanwhile.</returns>
    public async Task<(string? Problem, bool IsSaved)> ReplaceAsync(UnitId unit, string json, string version, CancellationToken cancellation)
    {
        if (await ProblemAsync(unit, json, cancellation).ConfigureAwait(false) is { } problem)
        {
            return (problem, false);
        }

        var isSaved = await definitions.ReplaceAsync(DefinitionTable.Units, unit.Value, json, version, cancellation).ConfigureAwait(false);
        cache.Forget();
        return (null, isSaved);
    }

    private async Task<string?> ProblemAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        if (unit.Value.Length is 0 or > LongestId || unit.Value.Any(sign => !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign != '-'))
        {
            return $"A unit's id is at most {LongestId} lower-case letters a-z, digits and hyphens.";
        }

        var (rules, problem) = UnitFile.Read(unit, json);
        if (rules is null)
        {
            return problem;
        }

        cache.Forget();
        if (await cache.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is { } before && before.Shards != rules.Shards)
        {
            return $"shards is fixed when a unit is created; this unit has {before.Shards}.";
        }

        return null;
    }
}
