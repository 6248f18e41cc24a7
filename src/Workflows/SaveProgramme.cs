using System.Collections.Immutable;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Adds a programme or changes one: no code is needed for it.</summary>
/// <param name="definitions">The Programmes table.</param>
/// <param name="cache">What this instance has read.</param>
public sealed class SaveProgramme(DefinitionTable definitions, DefinitionCache cache)
{
    /// <summary>Runs. A shipped programme that is saved here is not overwritten by a deploy any more.</summary>
    /// <param name="id">The programme's id.</param>
    /// <param name="json">The programme (Programmes/programme.schema.json).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>None when saved; else every mistake, where it is and what to write instead.</returns>
    public async Task<ImmutableArray<ProgrammeProblem>> RunAsync(string id, string json, CancellationToken cancellation)
    {
        var problems = Problems(id, json);
        if (problems.IsEmpty)
        {
            await definitions.PutAsync(DefinitionTable.Programmes, id, json, cancellation).ConfigureAwait(false);
            cache.Forget();
        }

        return problems;
    }

    /// <summary>A programme as it stands, to be edited.</summary>
    /// <param name="id">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON, and its version for <see cref="ReplaceAsync"/>; null when there is no such programme.</returns>
    public Task<(string Json, string Version)?> FindAsync(string id, CancellationToken cancellation) =>
        definitions.FindAsync(DefinitionTable.Programmes, id, cancellation);

    /// <summary>Saves a programme over the one that somebody has seen.</summary>
    /// <param name="id">The programme's id.</param>
    /// <param name="json">The programme.</param>
    /// <param name="version">The version that was seen; empty for a new programme.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Every mistake; and whether it is saved: false without mistakes when somebody else has saved one meanwhile.</returns>
    public async Task<(ImmutableArray<ProgrammeProblem> Problems, bool IsSaved)> ReplaceAsync(
        string id, string json, string version, CancellationToken cancellation)
    {
        if (Problems(id, json) is { IsEmpty: false } problems)
        {
            return (problems, false);
        }

        var isSaved = await definitions.ReplaceAsync(DefinitionTable.Programmes, id, json, version, cancellation).ConfigureAwait(false);
        cache.Forget();
        return ([], isSaved);
    }

    private static ImmutableArray<ProgrammeProblem> Problems(string id, string json) => ProgrammeFile.Read(json) switch
    {
        ProgrammeOutcome.Invalid invalid => invalid.Problems,
        ProgrammeOutcome.Read { Programme: var programme } when programme.Id != id => [new ProgrammeProblem("$.id", ProgrammeFault.OtherId)],
        _ => [],
    };
}
