using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Reports;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Reports;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reporting;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Counts a unit's reports: reads everybody once, and keeps the numbers that may be shown. Years before the last one stand as they were
/// counted, because families are erased and forgotten with time.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="occasions">Which visits took place.</param>
/// <param name="reports">Reports.</param>
/// <param name="clock">As of when.</param>
/// <param name="logger">Log.</param>
public sealed partial class CountReports(
    DefinitionCache definitions, PeopleTable people, OccasionTable occasions, ReportTable reports, IClock clock, ILogger<CountReports> logger)
{
    /// <summary>Runs for one unit.</summary>
    /// <param name="reference">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When its reports are written. Counting again writes them anew.</returns>
    public async Task RunAsync(ReportReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var rules = await definitions.UnitAsync(new UnitId(reference.Unit), cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
            .Where(programme => programme.Occasion.Kind == OccasionKind.Visit).Select(programme => programme.Id).ToHashSet(StringComparer.Ordinal);
        var (visits, notices) = (new VisitTally(programmes), new NoticeTally());
        foreach (var shard in Keys.Shards(rules.Shards))
        {
            await foreach (var recipient in people.ReadAllAsync(rules.Unit, shard, cancellation).ConfigureAwait(false))
            {
                visits.Add(recipient);
                notices.Add(recipient);
            }
        }

        var funnels = await FunnelsAsync(rules.Unit, visits, programmes, cancellation).ConfigureAwait(false);
        await WriteAsync(rules.Unit, funnels, notices, now, cancellation).ConfigureAwait(false);
    }

    private async Task<Dictionary<ReportKey, FunnelOfYear>> FunnelsAsync(
        UnitId unit, VisitTally visits, IEnumerable<string> programmes, CancellationToken cancellation)
    {
        var funnels = new Dictionary<ReportKey, FunnelOfYear>();
        foreach (var programme in programmes)
        {
            var visited = await occasions.VisitedAsync(unit, programme, cancellation).ConfigureAwait(false);
            foreach (var year in visits.Of(programme, visited).GroupBy(month => month.Key.Year))
            {
                funnels[new ReportKey(year.Key, programme)] = FunnelOfYear.Of(year.ToDictionary(month => month.Key.Month, month => month.Value));
            }
        }

        return funnels;
    }

    private async Task WriteAsync(
        UnitId unit, Dictionary<ReportKey, FunnelOfYear> funnels, NoticeTally notices, Instant now, CancellationToken cancellation)
    {
        var recounted = Stockholm.LocalOf(now).Year - 1;
        var keys = funnels.Keys.Union(notices.Keys.Select(key => new ReportKey(key.Year, key.Programme))).ToHashSet();
        foreach (var key in keys)
        {
            var report = new YearReport(
                key.Programme, key.Year, now.ToDateTimeOffset(), funnels.GetValueOrDefault(key), notices.Of(key.Year, key.Programme));
            await reports.PutAsync(
                unit, key, JsonSerializer.Serialize(report, JsonSerializerOptions.Web), mayReplace: key.Year >= recounted, cancellation).ConfigureAwait(false);
        }

        foreach (var gone in await reports.ListAsync(unit, cancellation).ConfigureAwait(false))
        {
            if (gone.Year >= recounted && !keys.Contains(gone))
            {
                await reports.RemoveAsync(unit, gone, cancellation).ConfigureAwait(false);
            }
        }

        Log.Counted(logger, unit, keys.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports of {Unit}: {Count} counted.")]
        public static partial void Counted(ILogger logger, UnitId unit, int count);
    }
}
