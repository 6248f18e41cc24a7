using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes a message that has failed for good off its poison queue and shows it under Problems. A chunk's notices go back to Work, to be
/// cut anew a while later, and a campaign's chunk is tried again: whatever was wrong may have been mended, and nobody is forgotten.</summary>
/// <param name="problems">Problems.</param>
/// <param name="chunks">Chunks.</param>
/// <param name="due">Due notices.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class NotePoisonMessage(
    ProblemTable problems, ChunkTable chunks, DueNotices due, IClock clock, ILogger<NotePoisonMessage> logger)
{
    private static readonly Duration FirstWait = Duration.FromMinutes(10);
    private const int LongestWait = 12; // times the first

    /// <summary>Runs.</summary>
    /// <param name="queue">The queue it failed on.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is noted.</returns>
    public async Task RunAsync(string queue, string message, CancellationToken cancellation)
    {
        if (queue == Queues.Chunks && Read<ChunkReference>(message) is { Batch: not null, Chunk: not null } reference)
        {
            await ReturnAsync(reference, cancellation).ConfigureAwait(false);
            return;
        }

        var named = Read<Dictionary<string, JsonElement>>(message) ?? [];
        var unit = named.TryGetValue("unit", out var value) && value.ValueKind == JsonValueKind.String ? new UnitId(value.GetString()!) : ProblemTable.NoUnit;
        var which = string.Join('~', named.Where(pair => pair.Key != "unit" && !QueueEnvelope.Has(pair.Key) && pair.Value.ValueKind == JsonValueKind.String).Select(pair => pair.Value.GetString()));
        await NoteAsync(unit, queue, IsKey(which) ? which : "-", cancellation).ConfigureAwait(false);
    }

    private async Task ReturnAsync(ChunkReference reference, CancellationToken cancellation)
    {
        if (await chunks.FindAsync(reference, cancellation).ConfigureAwait(false) is not { } chunk)
        {
            return; // settled after all
        }

        var problem = await NoteAsync(chunk.Unit, Queues.Chunks, $"{chunk.Batch}~{chunk.LogName}", cancellation).ConfigureAwait(false);
        var wait = FirstWait * Math.Min(problem.Times, LongestWait);
        if (chunk.IsOfPeople)
        {
            // Nothing else leads to its people: it stays, and is taken up again by the sweep of chunks whose message is lost.
            await chunks.RequeuedAsync(chunk, wait, cancellation).ConfigureAwait(false);
            return;
        }

        var until = clock.GetCurrentInstant() + wait;
        var waiting = new List<(DueNotice, Instant)>();
        await foreach (var notice in due.RangeAsync(chunk.WorkPartition, chunk.From, chunk.To, cancellation).ConfigureAwait(false))
        {
            if (chunk.IsAbout(notice.Programme, notice.Step, notice.Occasion) && notice.DueAt < until)
            {
                waiting.Add((notice, until));
            }
        }

        await due.MoveAsync(waiting, cancellation).ConfigureAwait(false);
        await chunks.RemoveAsync(reference, version: null, cancellation).ConfigureAwait(false);
    }

    private async Task<Problem> NoteAsync(UnitId unit, string kind, string reference, CancellationToken cancellation)
    {
        var problem = await problems.NoteAsync(unit, kind, reference, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        WorkMetrics.Failed(kind);
        Log.Failed(logger, kind, unit, reference, problem.Times);
        return problem;
    }

    private static bool IsKey(string text) => text.Length is > 0 and < 200 && !text.Any(sign => char.IsControl(sign) || sign is '/' or '\\' or '#' or '?');

    private static T? Read<T>(string message)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(message, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A message of {Queue} of unit {Unit} failed for good: {Reference}, {Times} times by now. It stands under Problems.")]
        public static partial void Failed(ILogger logger, string queue, UnitId unit, string reference, int times);
    }
}
