using System.Collections.Concurrent;
using System.Net;
using Azure;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Families who answer and choose other times while everything breaks, and press again until the page says that it has it.</summary>
internal sealed class StormAnswers(
    StormHttp http, AnswerCodes codes, Tables tables, FaultOptions options, IReadOnlyDictionary<PersonId, DateTimeOffset> silenced)
{
    private const int AtOnce = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly PeopleTable _people = new(tables);
    private readonly ConcurrentDictionary<PersonId, Answer> _given = [];
    private readonly ConcurrentDictionary<PersonId, int> _rebooked = [];
    private readonly ConcurrentDictionary<PersonId, string> _trying = [];

    /// <summary>What each family was told had been taken down.</summary>
    public IReadOnlyDictionary<PersonId, Answer> Given => _given;

    /// <summary>Who was told that another time is theirs.</summary>
    public IReadOnlyCollection<PersonId> Rebooked => [.. _rebooked.Keys];

    /// <summary>Who has tried for minutes and was not heard, and what they met last.</summary>
    public IReadOnlyCollection<string> Stuck { get; private set; } = [];

    /// <summary>Some of those whom the campaign invites say yes or no.</summary>
    public Task InviteesAsync(IEnumerable<PersonId> invited, FaultStoryHour storyHour, CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 11);
        return AllAsync(
            random,
            invited.OrderBy(_ => random.Next()).Take(options.Answers).ToList().Select(person => (Act)((own, token) =>
                AnswerAsync(person, storyHour.Occasion.Id, own.Next(3) == 0 ? Answer.No : Answer.Yes, token))),
            cancellation);
    }

    /// <summary>Families who are to be visited say yes, no, that they collect, or choose another time.</summary>
    public Task VisitedAsync(FaultVisits visits, CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 12);
        return AllAsync(
            random,
            visits.Answering
                .Select((family, turn) => (Act)((_, token) => AnswerAsync(family.Person.Id, visits.VisitOf(family).Id, (Answer)(1 + (turn % 3)), token)))
                .Concat(visits.Rebooking.Select(family => (Act)((own, token) => RebookAsync(family.Person.Id, own, token)))),
            cancellation);
    }

    // A few at a time, in an order drawn from the seed.
    private async Task AllAsync(Random random, IEnumerable<Act> acts, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await Parallel.ForEachAsync(
                acts.OrderBy(_ => random.Next()).Select(act => (Run: act, Own: new Random(random.Next()))).ToList(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = limit.Token },
                async (one, token) => await one.Run(one.Own, token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Stuck = [.. Stuck, .. _trying.Select(one => $"{one.Key} {one.Value}")];
        }
    }

    private async Task AnswerAsync(PersonId person, OccasionId occasion, Answer answer, CancellationToken cancellation)
    {
        while (!silenced.ContainsKey(person))
        {
            // A code is no use before its letter: whoever guesses too often is turned away.
            var invitation = (await TryReadAsync(person, cancellation))?.Invitations.FirstOrDefault(one => one.Occasion == occasion);
            var said = invitation is null
                ? null
                : await http.TryPressAsync($"s/{codes.CodeOf(person, occasion, invitation.Sequence)}", cancellation, ("answer", Name(answer)));
            if (said is { Status: HttpStatusCode.SeeOther })
            {
                _given[person] = answer;
                break;
            }

            _trying[person] = $"says {answer}, to {invitation?.ToString() ?? "no invitation"}, and meets {said?.ToString() ?? "no answer"}";
            await Task.Delay(StormHttp.Pause, cancellation);
        }

        _trying.TryRemove(person, out _);
    }

    private async Task RebookAsync(PersonId person, Random random, CancellationToken cancellation)
    {
        while (!silenced.ContainsKey(person))
        {
            if (await TryReadAsync(person, cancellation) is { } family)
            {
                if (family.Invitations[0].Sequence > 0)
                {
                    _rebooked[person] = family.Invitations[0].Sequence;
                    break;
                }

                var met = await TryRebookAsync(codes.CodeOf(person, family.Invitations[0].Occasion, 0), random, cancellation);
                _trying[person] = $"wants another time for {family.Invitations[0]}, and meets {met}";
            }

            await Task.Delay(StormHttp.Pause, cancellation);
        }

        _trying.TryRemove(person, out _);
    }

    // Everybody wants one of the first times.
    private async Task<string> TryRebookAsync(string code, Random random, CancellationToken cancellation)
    {
        var page = await http.TryGetAsync($"s/{code}?times=all", cancellation);
        if (page is null || AReader.TimesOn(page.Body) is not { Count: > 0 } times)
        {
            return page?.ToString() ?? "no page";
        }

        var wanted = times[random.Next(Math.Min(2, times.Count))];
        var held = await http.TryPressAsync($"s/{code}", cancellation, ("slot", wanted));
        return held is { Status: HttpStatusCode.SeeOther }
            ? $"{await http.TryPressAsync($"s/{code}", cancellation, ("answer", "take"), ("slot", wanted))} when it takes {wanted}"
            : $"{held} when it holds {wanted}";
    }

    private async Task<Recipient?> TryReadAsync(PersonId person, CancellationToken cancellation)
    {
        try
        {
            return await _people.ReadAsync(FaultCampaign.Unit, Keys.Shard(person, FaultCampaign.Shards), person, cancellation);
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            return null; // storage is away
        }
    }

    private delegate Task Act(Random own, CancellationToken cancellation);

    private static string Name(Answer answer) => answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "collect" };
}
