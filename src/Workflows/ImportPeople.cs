using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Reads an import file into People: every row is stored or refused with a finding, and running it twice changes nothing.</summary>
/// <param name="imports">Files and reports.</param>
/// <param name="people">People.</param>
/// <param name="writer">Writes people.</param>
/// <param name="journal">Silences.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="definitions">Units and texts.</param>
/// <param name="queues">Queues.</param>
/// <param name="logger">Log.</param>
public sealed partial class ImportPeople(
    ImportStore imports,
    PeopleTable people,
    PeopleWriter writer,
    SilenceJournal journal,
    KnownContacts contacts,
    DefinitionCache definitions,
    Queues queues,
    ILogger<ImportPeople> logger)
{
    private const int Attempts = 5;

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
        var file = await imports.OpenAsync(import, cancellation).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var read = FileReading.Read(file, Stockholm(asOf));
            if (read.Rows.IsEmpty && read.Refused)
            {
                await imports.FinishAsync(import, new ImportReport("refused", 0, 0, 0, 0, 0, read.Findings), cancellation).ConfigureAwait(false);
                Log.Refused(logger, import.Import);
                return;
            }

            var households = await contacts.ApplyAsync(unit, HouseholdGroups.Of(unit, read.Rows, asOf), cancellation).ConfigureAwait(false);
            var silenced = new HashSet<SilenceReference>();
            foreach (var shard in households.GroupBy(household => Keys.Shard(household.Person.Id, rules.Shards), StringComparer.Ordinal))
            {
                silenced.UnionWith(await StoreAsync(import, shard.Key, [.. shard], asOf, cancellation).ConfigureAwait(false));
            }

            foreach (var silence in silenced)
            {
                await queues.SendAsync(Queues.Silences, silence, delay: null, cancellation).ConfigureAwait(false);
            }

            var findings = read.Findings.AddRange(await WithoutTextAsync(read.Rows, cancellation).ConfigureAwait(false));
            var children = households.SelectMany(household => household.Children).Select(child => child.Id).Distinct().Count();
            var report = new ImportReport(
                "done", read.Rows.Length + read.Rejected, read.Rows.Length, read.Rejected, households.Length, children, findings);
            await imports.FinishAsync(import, report, cancellation).ConfigureAwait(false);
            Log.Imported(logger, import.Import, report.Rows, report.Imported, report.Rejected, report.Households, report.Children);
        }

        await queues.SendAsync(Queues.VisitPlans, new VisitPlanReference(unit.Value), delay: null, cancellation).ConfigureAwait(false);
    }

    private static LocalDate Stockholm(Instant moment) => Planning.Calendar.Stockholm.LocalOf(moment).Date;

    // The flags are set by this write. What hangs on them is journaled before it, so that a crash between them forgets nothing.
    private async Task<IReadOnlyCollection<SilenceReference>> StoreAsync(
        ImportReference import, string shard, IReadOnlyCollection<ImportedHousehold> households, Instant asOf, CancellationToken cancellation)
    {
        var unit = new UnitId(import.Unit);
        var silenced = new HashSet<SilenceReference>();
        var waiting = households.ToDictionary(household => household.Person.Id);
        for (var attempt = 0; waiting.Count > 0; attempt++)
        {
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"{waiting.Count} households kept changing while they were imported.");
            }

            var stored = await people.ReadAsync(unit, shard, waiting.Keys, cancellation).ConfigureAwait(false);
            var writes = waiting.Values.Select(household => Merge(household, stored.GetValueOrDefault(household.Person.Id))).ToList();
            foreach (var silence in writes.SelectMany(write => NewSilences.Of(import, write, stored.GetValueOrDefault(write.Person.Id), asOf)))
            {
                await journal.OrderAsync(silence, shard, cancellation).ConfigureAwait(false);
                silenced.Add(new SilenceReference(silence.Unit.Value, silence.Id));
            }

            var conflicts = await writer.WriteAsync(unit, shard, writes, cancellation).ConfigureAwait(false);
            await contacts.ForgetAsync(unit, Changed(writes.Except(conflicts), stored), cancellation).ConfigureAwait(false);
            waiting = conflicts.ToDictionary(conflict => conflict.Person.Id, conflict => waiting[conflict.Person.Id]);
        }

        return silenced;
    }

    private static IEnumerable<(Person Before, Person Now)> Changed(
        IEnumerable<HouseholdWrite> written, IReadOnlyDictionary<PersonId, Recipient> stored) =>
        written.Where(write => write.Version is not null).Select(write => (stored[write.Person.Id].Person, write.Person));

    // A silence is never lifted by a file: a flag that disappears is for a person to judge (domain.md T23, T29).
    private static HouseholdWrite Merge(ImportedHousehold imported, Recipient? stored)
    {
        if (stored is null)
        {
            return new HouseholdWrite(imported.Person, null, imported.Children, imported.Links);
        }

        var deceased = stored.Children.Where(child => child.Deceased).Select(child => child.Id).ToHashSet();
        return new HouseholdWrite(
            imported.Person with
            {
                Silences = imported.Person.Silences | stored.Person.Silences,
                Closed = imported.Person.Closed | StillClosed.Of(imported.Person, stored.Person),
            },
            stored.Version,
            [.. imported.Children.Select(child => child with { Deceased = child.Deceased || deceased.Contains(child.Id) })],
            imported.Links);
    }

    private async Task<IEnumerable<ImportFinding>> WithoutTextAsync(ImmutableArray<PeopleRow> rows, CancellationToken cancellation)
    {
        var languages = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var programme in await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
        {
            foreach (var step in programme.Steps)
            {
                var texts = await definitions.TextsAsync(programme.Id, step.Id, cancellation).ConfigureAwait(false);
                languages.UnionWith(texts.Select(text => text.Key.Language));
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
