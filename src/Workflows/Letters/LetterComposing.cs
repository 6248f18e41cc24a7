using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>A letter written and claimed for its part.</summary>
/// <param name="Document">What is printed.</param>
/// <param name="Letter">Whose it is.</param>
internal sealed record ComposedLetter(LetterToPrint Document, CheckedLetter Letter);

/// <summary>Claims each letter for its part, on the row as it is now: whoever was silenced since is left out of the pile.</summary>
/// <param name="reading">Reads letters.</param>
/// <param name="settling">Settles those that are not printed.</param>
/// <param name="ledger">Claims.</param>
/// <param name="documents">Writes letters.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class LetterComposing(LetterReading reading, LetterSettling settling, Ledger ledger, LetterDocument documents, IClock clock)
{
    private const int Attempts = 5;

    internal async Task<IReadOnlyList<ComposedLetter>> ComposeAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pending = inPart;
        var composed = new Dictionary<string, ComposedLetter>(StringComparer.Ordinal);
        for (var attempt = 0; pending.Count > 0 && attempt < Attempts; attempt++)
        {
            var ready = await WriteAsync(rules, part, pending, now, cancellation).ConfigureAwait(false);
            pending = await ClaimAsync(rules, ready, composed, now, cancellation).ConfigureAwait(false);
        }

        if (pending.Count > 0)
        {
            throw new InvalidOperationException($"{pending.Count} households kept changing while their letters were composed.");
        }

        return [.. inPart.Select(letter => LetterDocument.Reference(letter.Person, letter.Key)).Where(composed.ContainsKey).Select(reference => composed[reference])];
    }

    private async Task<List<ComposedLetter>> WriteAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> pending, Instant now, CancellationToken cancellation)
    {
        var ready = new List<ComposedLetter>();
        foreach (var letter in await reading.ReadAsync(rules, pending, cancellation).ConfigureAwait(false))
        {
            if (letter.Notice is { State: NoticeState.OnList })
            {
                // Its printer may have died before staff's list.
                await settling.SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
                continue;
            }

            if (letter.Notice is not { State: NoticeState.Claimed or NoticeState.Composed })
            {
                continue;
            }

            if (letter.StopReason(rules, now) is not null)
            {
                // One that somebody else has claimed may be on that one's pages: it is settled when the part's page list stands.
                if (!letter.IsBeingPrinted)
                {
                    await settling.SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
                }

                continue;
            }

            var document = await documents.WriteAsync(
                letter.Recipient!, letter.Invitation!, letter.Waiting.Key, rules, part.RunDate, letter.Campaign?.Pins ?? "", cancellation).ConfigureAwait(false);
            if (document is null)
            {
                await settling.ListAsync(rules, letter, SkipReason.NoText, cancellation).ConfigureAwait(false);
                continue;
            }

            ready.Add(new ComposedLetter(document, letter));
        }

        return ready;
    }

    private async Task<IReadOnlyList<WaitingLetter>> ClaimAsync(
        UnitRules rules, List<ComposedLetter> ready, Dictionary<string, ComposedLetter> composed, Instant now, CancellationToken cancellation)
    {
        var conflicts = new List<WaitingLetter>();
        foreach (var shard in ready.GroupBy(one => one.Letter.Waiting.Shard, StringComparer.Ordinal))
        {
            foreach (var part in OnePerPerson.Chunk(shard, one => one.Letter.Waiting.Person))
            {
                var open = part.Where(one => one.Letter.Notice!.State == NoticeState.Claimed).ToList();
                var claims = open.Select(one => new NoticeClaim(
                    one.Letter.Recipient!,
                    one.Letter.Notice! with { State = NoticeState.Composed, TextHash = AddressHash.Of(one.Letter.Recipient!.Person) })).ToList();
                var claimed = claims.Count == 0 ? [] : await ledger.ClaimAsync(rules.Unit, shard.Key, claims, now, cancellation).ConfigureAwait(false);
                if (claimed is null)
                {
                    conflicts.AddRange(part.Select(one => one.Letter.Waiting));
                    continue;
                }

                foreach (var one in part.Except(open).Concat(open.Zip(claimed, (one, notice) => one with { Letter = one.Letter with { Notice = notice } })))
                {
                    composed[one.Document.Reference] = one;
                }
            }
        }

        return conflicts;
    }
}
