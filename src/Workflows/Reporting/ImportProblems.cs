using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using NodaTime;

namespace Notifieringar.Workflows.Reporting;

/// <summary>Finds the lists that staff must see to.</summary>
/// <param name="table">Rows of imports.</param>
/// <param name="imports">Reports.</param>
public sealed class ImportProblems(ImportTable table, ImportStore imports)
{
    private const int Most = 3;

    internal async Task<ShownImports> ReadAsync(UnitRules rules, Instant now, CancellationToken cancellation)
    {
        var all = await table.ListAsync(rules.Unit, cancellation).ConfigureAwait(false);
        var last = all.LastOrDefault(import => import.State == ImportState.Done);

        // What came before a list that was taken in is past.
        var open = all.Where(import => import.State is ImportState.Refused or ImportState.Blocked && import.ReceivedAt > (last?.ReceivedAt ?? Instant.MinValue));
        var shown = ImmutableArray.CreateBuilder<OpenImport>();
        foreach (var import in open.Reverse().Take(Most))
        {
            var report = await imports.ReportAsync(import.Reference, cancellation).ConfigureAwait(false);
            shown.Add(new OpenImport(
                import.Reference.Import,
                import.ReceivedAt.ToDateTimeOffset(),
                import.State == ImportState.Blocked,
                report?.Findings is [{ Message: var why }, ..] ? why : null));
        }

        var isStale = last is not null && last.ReceivedAt + Duration.FromDays(rules.StaleAfterDays) < now;
        return new ShownImports(shown.ToImmutable(), isStale ? last!.ReceivedAt.ToDateTimeOffset() : null);
    }
}
