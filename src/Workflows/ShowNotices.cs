using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reporting;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A ledger row as others may see it: ids and words, no names.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Key">The notice's deterministic name.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">How.</param>
/// <param name="Language">In which language; empty for what was not sent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was not sent, or is for staff; null otherwise.</param>
/// <param name="ChangedAt">When anything last became known of it; null while it is being sent.</param>
/// <param name="Trace">The id of its trace, for whoever runs the app (docs/operations.md).</param>
public sealed record NoticeView(
    string Person, string Key, string Programme, string Step, string Channel, string Language, string State, string? Reason, DateTimeOffset? ChangedAt, string Trace);

/// <summary>A part of the ledger.</summary>
/// <param name="Notices">The notices.</param>
/// <param name="Next">What to ask for <c>after</c> to get the rest; null when this is all.</param>
public sealed record NoticePage(IReadOnlyList<NoticeView> Notices, string? Next);

/// <summary>Shows what has been said.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="history">The ledger across people.</param>
/// <param name="traces">The traces of notices.</param>
public sealed class ShowNotices(DefinitionCache definitions, PeopleTable people, NoticeHistory history, NoticeTraces traces)
{
    /// <summary>At most so many notices at once, but for those of the last person, who is never split.</summary>
    public const int PageSize = 1000;

    /// <summary>The notices to one person.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Oldest key first; none for a person who is unknown in this unit.</returns>
    public async Task<NoticePage> OfAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var recipient = await people.ReadAsync(unit, Keys.Shard(person, rules.Shards), person, cancellation).ConfigureAwait(false);
        return new NoticePage([.. (recipient?.Notices ?? []).Select(notice => View(unit, person, notice, notice.RecordedAt))], Next: null);
    }

    /// <summary>The notices of which something has become known.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="since">From this moment on.</param>
    /// <param name="after">The last person of the part before; null for the first part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of person.</returns>
    public async Task<NoticePage> SinceAsync(UnitId unit, Instant since, PersonId? after, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var found = new List<NoticeView>();
        foreach (var shard in Keys.Shards(rules.Shards).Where(shard => after is not { } last || string.CompareOrdinal(shard, Keys.Shard(last, rules.Shards)) >= 0))
        {
            await foreach (var one in history.ReadAsync(unit, shard, since, to: null, cancellation).ConfigureAwait(false))
            {
                if (after is { } last && one.Person <= last)
                {
                    continue;
                }

                if (found.Count >= PageSize && found[^1].Person != one.Person.Value)
                {
                    return new NoticePage(found, found[^1].Person);
                }

                found.Add(View(unit, one.Person, one.Notice, one.ChangedAt));
            }
        }

        return new NoticePage(found, Next: null);
    }

    private NoticeView View(UnitId unit, PersonId person, Notice notice, Instant? changedAt) => new(
        person.Value,
        notice.Key.ToString(),
        notice.Key.Programme,
        notice.Key.Step,
        notice.Channel.ToString(),
        notice.Language,
        notice.State.ToString(),
        ApiNotices.ReasonOf(notice.SkipReason),
        changedAt?.ToDateTimeOffset(),
        traces.IdOf(new NoticeReference(unit, person, notice.Key)));
}
