using System.Collections.Frozen;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Rehearsal;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Rehearses a unit's next days: reads everything once and writes nothing.</summary>
/// <param name="definitions">Units, programmes and texts.</param>
/// <param name="people">People.</param>
/// <param name="slots">Slots.</param>
/// <param name="due">Due notices.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="clock">Decides when it begins.</param>
public sealed class RehearseDays(
    DefinitionCache definitions, PeopleTable people, SlotTable slots, DueNotices due, WaitingLetters waiting, IClock clock)
{
    /// <summary>How many days are rehearsed at most.</summary>
    public const int MostDays = 366;

    // Nothing is planned further ahead than this.
    private static readonly Duration FarAhead = Duration.FromDays(3660);

    /// <summary>Rehearses.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="days">How many days, at most <see cref="MostDays"/>.</param>
    /// <param name="importsKeepComing">True when data that is fresh now is taken to be confirmed in time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The rehearsal; null when there is no such unit.</returns>
    public async Task<RehearsalOutcome?> RunAsync(UnitId unit, int days, bool importsKeepComing, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        var recipients = new List<Recipient>();
        foreach (var shard in Keys.Shards(rules.Shards))
        {
            await foreach (var recipient in people.ReadAllAsync(unit, shard, cancellation).ConfigureAwait(false))
            {
                recipients.Add(recipient);
            }
        }

        return Rehearsing.Of(new RehearsalInput(
            rules,
            programmes,
            recipients,
            await DueAsync(unit, now, cancellation).ConfigureAwait(false),
            await WaitingAsync(unit, now, cancellation).ConfigureAwait(false),
            await slots.TakenAsync(unit, Stockholm.LocalOf(now).Date, cancellation).ConfigureAwait(false),
            now,
            days,
            importsKeepComing,
            await LanguagesAsync(rules, programmes, cancellation).ConfigureAwait(false)));
    }

    private async Task<List<RehearsedDue>> DueAsync(UnitId unit, Instant now, CancellationToken cancellation)
    {
        var found = new List<RehearsedDue>();
        await foreach (var notice in due.BelowAsync(now + FarAhead, cancellation).ConfigureAwait(false))
        {
            if (notice.Unit == unit)
            {
                found.Add(new RehearsedDue(notice.DueAt, notice.Person, notice.Occasion, notice.Programme, notice.Step));
            }
        }

        return found;
    }

    private async Task<List<RehearsedLetter>> WaitingAsync(UnitId unit, Instant now, CancellationToken cancellation)
    {
        var found = new List<RehearsedLetter>();
        await foreach (var letter in waiting.BelowAsync(now + FarAhead, cancellation).ConfigureAwait(false))
        {
            if (letter.Unit == unit)
            {
                found.Add(new RehearsedLetter(letter.ClosesAt, letter.Person, letter.Key));
            }
        }

        return found;
    }

    private async Task<TextLanguages> LanguagesAsync(UnitRules rules, IEnumerable<Programme> programmes, CancellationToken cancellation)
    {
        var languages = new Dictionary<(string, string, Channel), FrozenSet<string>>();
        foreach (var (programme, step) in programmes.SelectMany(programme => programme.Steps.Select(step => (programme.Id, step.Id))))
        {
            var texts = await definitions.TextsAsync(programme, step, cancellation).ConfigureAwait(false);
            foreach (var channel in SendableTexts.Of(texts, rules).GroupBy(text => text.Key.Channel))
            {
                languages[(programme, step, channel.Key)] = channel.Select(text => text.Key.Language).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
            }
        }

        return new TextLanguages(languages);
    }

    private sealed class TextLanguages(Dictionary<(string, string, Channel), FrozenSet<string>> languages) : IRehearsedLanguages
    {
        public string? Choose(NoticeKey key, string? language) =>
            languages.TryGetValue((key.Programme, key.Step, key.Channel), out var available)
                && LanguageChoice.For(language, available) is var choice && available.Contains(choice.Language)
                ? choice.Language
                : null;
    }
}
