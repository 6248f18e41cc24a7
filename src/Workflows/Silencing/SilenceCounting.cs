using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Silencing;

/// <summary>Writes a receipt from what the records say, so that a silence that was interrupted counts the same.</summary>
/// <param name="people">People.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="clock">When it is done.</param>
public sealed class SilenceCounting(PeopleTable people, OccasionTable occasions, PullTasks pulls, IClock clock)
{
    internal async Task<SilenceReceipt> CountAsync(
        UnitRules rules,
        Silence silence,
        IReadOnlyCollection<PersonId> households,
        IEnumerable<PersonId> left,
        int underWay,
        CancellationToken cancellation)
    {
        var stopped = new List<Channel>();
        var off = new HashSet<OccasionId>();
        foreach (var person in households.Concat(left))
        {
            var recipient = await people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation).ConfigureAwait(false);
            stopped.AddRange((recipient?.Notices ?? []).Where(notice => notice.ClaimedBy == silence.Claimer).Select(notice => notice.Channel));
            foreach (var invitation in recipient?.Invitations ?? [])
            {
                var occasion = await occasions.FindAsync(rules.Unit, invitation, cancellation).ConfigureAwait(false);
                if (occasion?.CancelledBy == silence.Id)
                {
                    off.Add(occasion.Id);
                }
            }
        }

        var tasks = await pulls.ReadAsync(rules.Unit, part: null, cancellation).ConfigureAwait(false);
        return SilenceReceipt.Of(silence) with
        {
            DoneAt = clock.GetCurrentInstant().ToDateTimeOffset(),
            Households = households.Count,
            Sms = stopped.Count(channel => channel == Channel.Sms),
            Emails = stopped.Count(channel => channel == Channel.Email),
            Letters = stopped.Count(channel => channel == Channel.Letter),
            UnderWay = underWay,
            Pull = [.. tasks.Where(task => task.Silence == silence.Id).Select(PlaceOf)],
            SlotsFreed = off.Count,
        };
    }

    private static LetterToPull PlaceOf(PullTask task)
    {
        var part = task.Part.Split('~');
        return new LetterToPull(
            part[0], int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), task.Letter.FirstPage, task.Letter.Pages);
    }
}
