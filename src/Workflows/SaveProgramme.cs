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
        switch (ProgrammeFile.Read(json))
        {
            case ProgrammeOutcome.Invalid invalid:
                return invalid.Problems;
            case ProgrammeOutcome.Read { Programme: var programme } when programme.Id != id:
                return [new ProgrammeProblem("$.id", "write the same id as in the address")];
            default:
                await definitions.PutAsync(DefinitionTable.Programmes, id, json, cancellation).ConfigureAwait(false);
                cache.Forget();
                return [];
        }
    }
}
