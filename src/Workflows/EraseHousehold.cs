using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Erases a household: silences it, then removes all that is about it, and once more when whatever was under way has ended. Every step
/// may be done again, and the erasure stays in Work until all are done (<see href="docs/adr/0011-erasing-by-journal.md"/>).</summary>
/// <param name="journal">The journal.</param>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="erased">Who may not come back.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="quieting">Silences.</param>
/// <param name="open">What others have begun.</param>
/// <param name="wiping">Removes.</param>
/// <param name="letters">Printed letters.</param>
/// <param name="options">How long to wait before making sure.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Log.</param>
public sealed partial class EraseHousehold(
    ErasureJournal journal,
    DefinitionCache definitions,
    PeopleTable people,
    ErasedHouseholds erased,
    KnownContacts contacts,
    ContactHashes hashes,
    HouseholdQuieting quieting,
    OpenJournals open,
    HouseholdWiping wiping,
    LetterForgetting letters,
    ErasureOptions options,
    IClock clock,
    TimeProvider time,
    ILogger<EraseHousehold> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="reference">The erasure.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all is done, or must wait: the sweep comes back.</returns>
    public async Task RunAsync(ErasureReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await journal.OpenAsync(reference, cancellation).ConfigureAwait(false) is not { } erasure)
        {
            return;
        }

        var rules = await definitions.UnitAsync(erasure.Unit, cancellation).ConfigureAwait(false);
        var wiped = erasure.WipedAt is null ? await BeginAsync(rules, erasure, cancellation).ConfigureAwait(false) : erasure;
        if (wiped?.WipedAt is not { } wipedAt || time.GetUtcNow() < wipedAt + options.Settle.ToTimeSpan())
        {
            return;
        }

        if (await letters.ForgetAsync(rules.Unit, wiped.Person, cancellation).ConfigureAwait(false) is { IsEmpty: false } left)
        {
            Log.Waits(logger, erasure.Id, left.Length);
            return;
        }

        // What somebody has written who had read the household before it was silenced.
        if (!await wiping.WipeAsync(rules, wiped, cancellation).ConfigureAwait(false))
        {
            Log.IsBusy(logger, erasure.Id);
            return;
        }

        await BarAsync(wiped, cancellation).ConfigureAwait(false);
        await journal.FinishAsync(wiped, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        Log.Done(logger, erasure.Id);
    }

    // Null while something is under way that must end first.
    private async Task<Erasure?> BeginAsync(UnitRules rules, Erasure erasure, CancellationToken cancellation)
    {
        // First of all, so that no import brings back what is removed.
        await erased.MarkAsync(rules.Unit, erasure.Id, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        var stopped = await quieting.RunAsync(rules, erasure, cancellation).ConfigureAwait(false);
        var own = await wiping.OwnOccasionsAsync(rules.Unit, erasure.Person, cancellation).ConfigureAwait(false);
        if (stopped is null || await open.CountAsync(rules.Unit, erasure.Person, own, cancellation).ConfigureAwait(false) > 0)
        {
            Log.IsBusy(logger, erasure.Id);
            return null;
        }

        var known = (Erasure?)erasure;
        if (await people.ReadAsync(rules.Unit, Keys.Shard(erasure.Person, rules.Shards), erasure.Person, cancellation).ConfigureAwait(false) is { } recipient)
        {
            await contacts.RememberAsync(recipient.Person, cancellation).ConfigureAwait(false);
            known = await journal.NoteAsync(With(erasure, recipient), stopped, cancellation).ConfigureAwait(false);
        }

        if (known is null || !await wiping.WipeAsync(rules, known, cancellation).ConfigureAwait(false))
        {
            Log.IsBusy(logger, erasure.Id);
            return null;
        }

        return await journal.NoteAsync(known with { WipedAt = time.GetUtcNow() }, stopped: null, cancellation).ConfigureAwait(false);
    }

    // What went by its age may come back with an import, now that nothing is half removed; a family that has asked for it may not.
    private Task BarAsync(Erasure erasure, CancellationToken cancellation) => erasure.MayReturn
        ? erased.LiftAsync(erasure.Unit, erasure.Id, cancellation)
        : erased.MarkAsync(erasure.Unit, erasure.Id, clock.GetCurrentInstant(), cancellation);

    // It may have got another number and other homes since it was ordered.
    private Erasure With(Erasure erasure, Recipient recipient) => erasure with
    {
        Links = [.. erasure.Links.Union(recipient.Links)],
        Numbers = recipient.Person.Phone is { } phone ? [.. erasure.Numbers.Append(hashes.Of(phone)).Distinct()] : erasure.Numbers,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Erasure {Erasure} is done.")]
        public static partial void Done(ILogger logger, string erasure);

        [LoggerMessage(2, LogLevel.Information, "Erasure {Erasure} waits for {Parts} parts of letter runs to be posted.")]
        public static partial void Waits(ILogger logger, string erasure, int parts);

        [LoggerMessage(3, LogLevel.Information, "Erasure {Erasure} waits for what is under way.")]
        public static partial void IsBusy(ILogger logger, string erasure);
    }
}
