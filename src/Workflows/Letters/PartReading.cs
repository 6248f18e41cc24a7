using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime.Text;

namespace Notifieringar.Workflows.Letters;

/// <summary>A part as staff hold it in their hands.</summary>
/// <param name="Rules">The unit's rules.</param>
/// <param name="Part">The part.</param>
/// <param name="Pages">Which pages are whose; empty until it is printed.</param>
/// <param name="Pulls">Letters to pull, open and done.</param>
internal sealed record HeldPart(UnitRules Rules, LetterRunPart Part, ImmutableArray<PrintedLetter> Pages, IReadOnlyList<PullTask> Pulls)
{
    /// <summary>The letter that a page belongs to.</summary>
    public PrintedLetter? LetterAt(int page) =>
        Pages.FirstOrDefault(letter => page >= letter.FirstPage && page < letter.FirstPage + letter.Pages);
}

/// <summary>A printed letter with its person as read.</summary>
/// <param name="Printed">Its pages.</param>
/// <param name="Shard">The person's shard.</param>
/// <param name="Recipient">The person.</param>
/// <param name="Notice">Its ledger row.</param>
internal sealed record HeldLetter(PrintedLetter Printed, string Shard, Recipient Recipient, Notice Notice)
{
    /// <summary>The invitation it is about; null when gone.</summary>
    public Invitation? Invitation => Recipient.Invitations.FirstOrDefault(invitation => invitation.Occasion.Value == Notice.Key.Occasion);
}

/// <summary>Reads parts of letter runs as staff name them.</summary>
/// <param name="definitions">Units.</param>
/// <param name="runs">Parts.</param>
/// <param name="printed">Page lists.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="people">People.</param>
public sealed class PartReading(DefinitionCache definitions, LetterRuns runs, PrintedParts printed, PullTasks pulls, PeopleTable people)
{
    /// <summary>A part; null when there is none.</summary>
    internal async Task<HeldPart?> FindAsync(UnitId unit, string run, int part, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || LocalDatePattern.Iso.Parse(run) is not { Success: true, Value: var date })
        {
            return null;
        }

        var parts = await runs.PartsAsync(unit, date, cancellation).ConfigureAwait(false);
        return parts.FirstOrDefault(one => one.Part == part) is { } found
            ? new HeldPart(
                rules,
                found,
                await printed.PagesAsync(found, cancellation).ConfigureAwait(false) ?? [],
                await pulls.ReadAsync(unit, found.Name, cancellation).ConfigureAwait(false))
            : null;
    }

    /// <summary>The letters of a part that were last printed in it: erased ones are gone, one printed again belongs to a later part.</summary>
    internal async Task<IReadOnlyList<HeldLetter>> LettersAsync(HeldPart held, IEnumerable<PrintedLetter> letters, CancellationToken cancellation)
    {
        var found = new List<HeldLetter>();
        foreach (var shard in letters.GroupBy(letter => Keys.Shard(new PersonId(letter.Person), held.Rules.Shards), StringComparer.Ordinal))
        {
            var recipients = await people.ReadAsync(
                held.Rules.Unit, shard.Key, [.. shard.Select(letter => new PersonId(letter.Person)).Distinct()], cancellation).ConfigureAwait(false);
            found.AddRange(shard
                .Select(letter => (letter, Recipient: recipients.GetValueOrDefault(new PersonId(letter.Person))))
                .Select(pair => (pair.letter, pair.Recipient, Notice: pair.Recipient?.Notices.FirstOrDefault(notice => notice.Key.ToString() == pair.letter.Notice)))
                .Where(item => item.Notice?.Run == held.Part.Name || item.Notice?.State == NoticeState.Composed)
                .Select(item => new HeldLetter(item.letter, shard.Key, item.Recipient!, item.Notice!)));
        }

        return found;
    }
}
