using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Visits;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Reads an import file into People: every row is stored or refused with a finding, and running it twice changes nothing. A file that is
/// unlike the ones before it is not stored until staff confirm it.</summary>
/// <param name="table">Rows of imports.</param>
/// <param name="imports">Files and reports.</param>
/// <param name="gate">Lets files in.</param>
/// <param name="storing">Stores people.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="erased">Families that may not come back.</param>
/// <param name="definitions">Units and texts.</param>
/// <param name="queues">Queues.</param>
/// <param name="logger">Log.</param>
public sealed partial class ImportPeople(
    ImportTable table,
    ImportStore imports,
    ImportGate gate,
    HouseholdStoring storing,
    KnownContacts contacts,
    ErasedFamilies erased,
    DefinitionCache definitions,
    Queues queues,
    ILogger<ImportPeople> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the report is written and the unit's visits are queued for planning.</returns>
    public async Task RunAsync(ImportReference import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var kept = await table.FindAsync(import, cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"There is no import '{import.Import}' of unit '{import.Unit}'.");

        // A message that comes again must not write an old file over a newer one, nor read one that staff have said is wrong.
        if (kept.State == ImportState.Rejected || (kept.State != ImportState.Done && !await StoreAsync(kept, cancellation).ConfigureAwait(false)))
        {
            return;
        }

        await imports.RemoveFileAsync(import, cancellation).ConfigureAwait(false);
        await queues.SendAsync(Queues.VisitPlans, new VisitPlanReference(import.Unit), delay: null, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> StoreAsync(KeptImport kept, CancellationToken cancellation)
    {
        var import = kept.Reference;
        var unit = new UnitId(import.Unit);
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        if (await ReadAsync(kept, cancellation).ConfigureAwait(false) is not { } read)
        {
            return false;
        }

        var gone = await erased.FindAsync(unit, read.Rows.Select(row => HouseholdGroups.PersonIdOf(unit, row.HouseholdReference)), cancellation).ConfigureAwait(false);
        var (rows, left) = ErasedFamilies.Divided(unit, read.Rows, gone);
        var groups = ErasedFamilies.Without(HouseholdGroups.Of(unit, read.Rows, kept.ReceivedAt), gone);
        var children = groups.SelectMany(household => household.Children).Select(child => child.Id).Distinct().Count();
        if (!await gate.LetsInAsync(kept, read, groups.Length, children, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        var households = await contacts.ApplyAsync(unit, groups, cancellation).ConfigureAwait(false);
        await storing.StoreAsync(import, rules, households, kept.ReceivedAt, cancellation).ConfigureAwait(false);
        var findings = read.Findings.AddRange(left).AddRange(WrongNumbers(unit, rows, groups, households))
            .AddRange(await WithoutTextAsync(rules, rows, cancellation).ConfigureAwait(false));
        var report = new ImportReport(
            ImportReport.NameOf(ImportState.Done), read.Rows.Length + read.Rejected, rows.Length, read.Rejected + left.Length, households.Length, children, findings);
        await imports.FinishAsync(import, ImportState.Done, report, cancellation).ConfigureAwait(false);
        WorkMetrics.Read(ImportState.Done);
        WorkMetrics.Stored(report.Imported, report.Rejected);
        Log.Imported(logger, import.Import, report.Rows, report.Imported, report.Rejected, report.Households, report.Children);
        return true;
    }

    private async Task<FileReading?> ReadAsync(KeptImport kept, CancellationToken cancellation)
    {
        var import = kept.Reference;
        if (kept.State != ImportState.Refused)
        {
            if (await imports.OpenAsync(import, cancellation).ConfigureAwait(false) is not { } file)
            {
                await RefuseAsync(import, [new ImportFinding(0, "", FindingCode.FileForgotten, FindingTexts.Of(FindingCode.FileForgotten))], cancellation).ConfigureAwait(false);
                return null;
            }

            await using (file.ConfigureAwait(false))
            {
                var read = FileReading.Read(file, Stockholm(kept.ReceivedAt));
                if (!read.Refused)
                {
                    return read;
                }

                await RefuseAsync(import, read.Findings, cancellation).ConfigureAwait(false);
            }
        }

        await imports.RemoveFileAsync(import, cancellation).ConfigureAwait(false);
        WorkMetrics.Read(ImportState.Refused);
        Log.Refused(logger, import.Import);
        return null;
    }

    private Task RefuseAsync(ImportReference import, ImmutableArray<ImportFinding> findings, CancellationToken cancellation) => imports.FinishAsync(
        import, ImportState.Refused, new ImportReport(ImportReport.NameOf(ImportState.Refused), 0, 0, 0, 0, 0, findings), cancellation);

    private static LocalDate Stockholm(Instant moment) => Planning.Calendar.Stockholm.LocalOf(moment).Date;

    private static IEnumerable<ImportFinding> WrongNumbers(
        UnitId unit, ImmutableArray<PeopleRow> rows, ImmutableArray<ImportedHousehold> read, ImmutableArray<ImportedHousehold> stored)
    {
        var without = read.Zip(stored).Where(pair => pair.First.Person.Phone != pair.Second.Person.Phone).Select(pair => pair.First.Person.Id).ToHashSet();
        return rows
            .Where(row => row.Phone is not null && without.Contains(HouseholdGroups.PersonIdOf(unit, row.HouseholdReference)))
            .Select(row => new ImportFinding(
                row.LineNumber, Headings.Name(Column.Phone), FindingCode.WrongNumber, FindingTexts.Of(FindingCode.WrongNumber)));
    }

    // Of the visits: what families on a list are sure to be written to about.
    private async Task<IEnumerable<ImportFinding>> WithoutTextAsync(UnitRules rules, ImmutableArray<PeopleRow> rows, CancellationToken cancellation)
    {
        var languages = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        foreach (var programme in programmes.Where(programme => programme.Audience.Visits is not null))
        {
            foreach (var step in programme.Steps)
            {
                var texts = await definitions.TextsAsync(programme.Id, step.Id, cancellation).ConfigureAwait(false);
                languages.UnionWith(SendableTexts.Of(texts, rules).Select(text => text.Key.Language));
            }
        }

        return languages.Count == 0 ? [] : rows
            .Where(row => row.Language is not null && LanguageChoice.For(row.Language, languages).FellBack)
            .Select(row => new ImportFinding(
                row.LineNumber,
                "Språk",
                "language-without-text",
                "Det finns ingen text på familjens språk ännu; brevet skickas på svenska. Lägg till en översättning eller ring familjen."));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Import {Import}: {Rows} rows, {Imported} imported, {Rejected} rejected; {Households} households, {Children} children.")]
        public static partial void Imported(ILogger logger, string import, int rows, int imported, int rejected, int households, int children);

        [LoggerMessage(2, LogLevel.Warning, "Import {Import} was refused as a whole.")]
        public static partial void Refused(ILogger logger, string import);
    }
}
