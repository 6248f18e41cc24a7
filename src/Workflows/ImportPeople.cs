using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Reads an import file into People: every row is stored or refused with a finding, and running it twice changes nothing.</summary>
/// <param name="imports">Files and reports.</param>
/// <param name="storing">Stores people.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="erased">Families that may not come back.</param>
/// <param name="definitions">Units and texts.</param>
/// <param name="queues">Queues.</param>
/// <param name="logger">Log.</param>
public sealed partial class ImportPeople(
    ImportStore imports,
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
        var unit = new UnitId(import.Unit);
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var asOf = await imports.ReceivedAtAsync(import, cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"There is no import '{import.Import}' of unit '{unit}'.");
        if (await imports.OpenAsync(import, cancellation).ConfigureAwait(false) is not { } file)
        {
            return; // read before, and forgotten since
        }

        await using (file.ConfigureAwait(false))
        {
            var read = FileReading.Read(file, Stockholm(asOf));
            if (read.Rows.IsEmpty && read.Refused)
            {
                await imports.FinishAsync(import, new ImportReport("refused", 0, 0, 0, 0, 0, read.Findings), cancellation).ConfigureAwait(false);
                Log.Refused(logger, import.Import);
                return;
            }

            var gone = await erased.FindAsync(
                unit, read.Rows.Select(row => HouseholdGroups.PersonIdOf(unit, row.HouseholdReference)), cancellation).ConfigureAwait(false);
            var (kept, left) = Divided(unit, read.Rows, gone);
            var households = await contacts.ApplyAsync(
                unit, ErasedFamilies.Without(HouseholdGroups.Of(unit, read.Rows, asOf), gone), cancellation).ConfigureAwait(false);
            await storing.StoreAsync(import, rules, households, asOf, cancellation).ConfigureAwait(false);
            var findings = read.Findings.AddRange(left).AddRange(await WithoutTextAsync(rules, kept, cancellation).ConfigureAwait(false));
            var children = households.SelectMany(household => household.Children).Select(child => child.Id).Distinct().Count();
            var report = new ImportReport(
                "done", read.Rows.Length + read.Rejected, kept.Length, read.Rejected + left.Length, households.Length, children, findings);
            await imports.FinishAsync(import, report, cancellation).ConfigureAwait(false);
            Log.Imported(logger, import.Import, report.Rows, report.Imported, report.Rejected, report.Households, report.Children);
        }

        await queues.SendAsync(Queues.VisitPlans, new VisitPlanReference(unit.Value), delay: null, cancellation).ConfigureAwait(false);
    }

    private static (ImmutableArray<PeopleRow> Kept, ImmutableArray<ImportFinding> Left) Divided(
        UnitId unit, ImmutableArray<PeopleRow> rows, IReadOnlyDictionary<PersonId, string> gone)
    {
        var kept = ImmutableArray.CreateBuilder<PeopleRow>();
        var left = ImmutableArray.CreateBuilder<ImportFinding>();
        foreach (var row in rows)
        {
            if (gone.TryGetValue(HouseholdGroups.PersonIdOf(unit, row.HouseholdReference), out var erasure))
            {
                left.Add(ErasedFamilies.Finding(row.LineNumber, erasure));
            }
            else
            {
                kept.Add(row);
            }
        }

        return (kept.ToImmutable(), left.ToImmutable());
    }

    private static LocalDate Stockholm(Instant moment) => Planning.Calendar.Stockholm.LocalOf(moment).Date;

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
                languages.UnionWith(texts.Where(text => text.IsReviewed || rules.AllowsUnreviewedTexts).Select(text => text.Key.Language));
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
