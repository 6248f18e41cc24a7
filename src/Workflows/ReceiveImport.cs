using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes an import file: keeps it, but for columns that are none of ours, and queues the reading of it.</summary>
/// <param name="imports">Files.</param>
/// <param name="definitions">Units.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides when the file came.</param>
public sealed class ReceiveImport(ImportStore imports, DefinitionCache definitions, Queues queues, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="file">The file, of at most <see cref="ImportStore.LargestFile"/> bytes.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The import; null when there is no such unit.</returns>
    public async Task<ImportReference?> RunAsync(UnitId unit, Stream file, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return null;
        }

        var import = new ImportReference(unit.Value, Guid.NewGuid().ToString("N"));
        await imports.ReceiveAsync(import, UnusedColumns.Emptied(file), clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        await queues.SendAsync(Queues.Imports, import, delay: null, cancellation).ConfigureAwait(false);
        return import;
    }
}
