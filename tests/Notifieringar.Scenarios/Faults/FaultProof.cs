using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Compares the ledger, Work, staff's list, the printed parts and what the providers really took: promises 1 to 3.</summary>
internal sealed class FaultProof(
    LocalMachine machine, FaultCast cast, IReadOnlyDictionary<PersonId, DateTimeOffset> silenced, StormAnswers answers, Tables tables, BlobServiceClient blobs)
{
    private static readonly TimeSpan MostAfterSilence = TimeSpan.FromMinutes(1);
    private readonly List<string> _broken = [];
    private readonly Dictionary<(Channel, NoticeState), int> _states = [];

    public IReadOnlyList<string> Broken => _broken;

    public IReadOnlyDictionary<(Channel Channel, NoticeState State), int> States => _states;

    public int Listed { get; private set; }

    public int Problems { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        var people = await PeopleAsync(cancellation);
        var listed = (await new CallList(tables).ReadAsync(FaultCampaign.Unit, cancellation)).ToLookup(one => (one.Person, one.Key));
        Listed = listed.Count;
        Problems = (await new ProblemTable(tables).ReadAsync(FaultCampaign.Unit, cancellation)).Count;
        var taken = machine.Sandbox.Messages.ToLookup(ReferenceOf);
        var printed = await PrintedAsync(cancellation);

        Check(people.Count == cast.Count, $"{people.Count} of {cast.Count} households are left.");
        foreach (var person in people)
        {
            Settled(person, listed.Contains);
            Once(person, taken, printed, listed.Contains);
            OneChannelAtATime(person, taken);
        }

        var known = people.SelectMany(person => person.Notices.Select(notice => Reference(person, notice.Key))).ToHashSet();
        Check(taken.All(message => known.Contains(message.Key)), "A provider has a message that no ledger row tells of.");
        Check(printed.All(letter => known.Contains(letter.Key)), "A letter is printed that no ledger row tells of.");
        await NothingLeftAsync(cancellation);
        Silent(taken);
        Check(answers.Stuck.Count == 0, $"Families tried for minutes to answer, and were not heard: {string.Join("; ", answers.Stuck)}.");
        if (cast.StoryHour is { } storyHour)
        {
            _broken.AddRange(await new StoryHourProof(cast.Campaign, storyHour, silenced, answers).ReadAsync(people, tables, cancellation));
        }

        if (cast.Visits is { } visits)
        {
            _broken.AddRange(await new VisitProof(visits, silenced, answers).ReadAsync(people, tables, cancellation));
        }
    }

    // Promise 1: every household ends in a final state or on staff's list.
    private void Settled(Recipient person, Func<(PersonId, NoticeKey), bool> isListed)
    {
        foreach (var notice in person.Notices)
        {
            _states[(notice.Channel, notice.State)] = _states.GetValueOrDefault((notice.Channel, notice.State)) + 1;
            var mustBeListed = notice.State is NoticeState.OnList or NoticeState.RefusedTechnical or NoticeState.BouncedTemporary;
            Check(NoticeTransitions.IsFinal(notice.State), $"{Reference(person, notice.Key)} is left {notice.State}. {Told(person)}");
            Check(!mustBeListed || isListed((person.Person.Id, notice.Key)), $"{Reference(person, notice.Key)} is {notice.State} and not on the list.");
        }

        // What was said about a time that has been left is not climbed with.
        foreach (var said in Steps(person).Where(said => person.Invitations.Any(one => one.Occasion.Value == said.Key.Occasion && one.Sequence == said.Key.Sequence)))
        {
            var climbed = said.All(notice => notice.State is NoticeState.RefusedPermanent or NoticeState.BouncedPermanent);
            Check(!climbed || said.Any(notice => isListed((person.Person.Id, notice.Key))), $"{person.Person.Id} is forgotten: {said.Count()} notices of {said.Key}, none of which reached.");
        }
    }

    // Promise 2: what the ledger says was taken was taken once, and nothing else was.
    private void Once(
        Recipient person, ILookup<string, SandboxMessage> taken, ILookup<string, string> printed, Func<(PersonId, NoticeKey), bool> isListed)
    {
        foreach (var notice in person.Notices)
        {
            var reference = Reference(person, notice.Key);
            var count = notice.Channel == Channel.Letter ? printed[reference].Count() : taken[reference].Count();
            var said = notice.State is NoticeState.Accepted or NoticeState.Delivered or NoticeState.BouncedPermanent or NoticeState.BouncedTemporary
                or NoticeState.Printed or NoticeState.Pulled;
            var open = notice.State is NoticeState.OnList or NoticeState.Skipped; // an unknown outcome, handed to staff or overtaken by a silence
            Check(count < 2, $"{reference} was said {count} times.");
            Check(!said || count == 1, $"{reference} is {notice.State} and was said {count} times.");
            Check(said || open || count == 0, $"{reference} is {notice.State} and was said {count} times.");
            Check(notice.State != NoticeState.OnList || count == 0 || isListed((person.Person.Id, notice.Key)), $"{reference} may have been said and is not listed.");
        }
    }

    // The ladder: a second channel only after the first has failed.
    private void OneChannelAtATime(Recipient person, ILookup<string, SandboxMessage> taken)
    {
        foreach (var said in Steps(person))
        {
            var reached = said.Where(notice => notice.State is NoticeState.Accepted or NoticeState.Delivered or NoticeState.Printed).ToList();
            Check(reached.Count < 2, $"{person.Person.Id} was reached by {string.Join(" and ", reached.Select(notice => notice.Channel))} about {said.Key}.");
            var mayHave = said.Count(notice => notice.State is not (NoticeState.BouncedPermanent or NoticeState.RefusedPermanent) && taken[Reference(person, notice.Key)].Any());
            Check(mayHave < 2, $"{person.Person.Id} may have been told on {mayHave} channels about {said.Key}.");
        }
    }

    private static IEnumerable<IGrouping<(string Programme, string Occasion, int Sequence, string Step), Notice>> Steps(Recipient person) =>
        person.Notices.GroupBy(notice => (notice.Key.Programme, notice.Key.Occasion, notice.Key.Sequence, notice.Key.Step));

    // Nothing to look for is left in Work, and no chunk waits for anybody.
    private async Task NothingLeftAsync(CancellationToken cancellation)
    {
        var work = await tables.GetAsync("Work");
        await foreach (var row in work.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            Check(IsToCome(row), $"Work still holds {row.PartitionKey} {row.RowKey}.");
        }

        var chunks = await tables.GetAsync("CampaignChunks");
        await foreach (var row in chunks.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            Check(row.GetBoolean("IsDone") == true, $"A chunk is left: {row.PartitionKey} {row.RowKey}."); // a campaign's shards stay, and say so
        }
    }

    // What is to be said on a day after those of the run.
    private static bool IsToCome(TableEntity row) => row.RowKey.StartsWith("due~", StringComparison.Ordinal)
        && row.GetDateTimeOffset("DueAt") > Stockholm.MomentOf(FaultRun.Moments[^1]).ToDateTimeOffset();

    // Promise 3: a silenced household hears nothing more than a minute later.
    private void Silent(ILookup<string, SandboxMessage> taken)
    {
        foreach (var message in taken.SelectMany(messages => messages))
        {
            if (NoticeReference.TryParse(ReferenceOf(message), out var reference) && silenced.TryGetValue(reference.Person, out var at))
            {
                Check(message.ReceivedAt <= at + MostAfterSilence, $"{reference} was sent {message.ReceivedAt - at} after its household was silenced.");
            }
        }
    }

    private async Task<IReadOnlyList<Recipient>> PeopleAsync(CancellationToken cancellation)
    {
        var people = new List<Recipient>();
        foreach (var shard in Keys.Shards(FaultCampaign.Shards))
        {
            await foreach (var person in new PeopleTable(tables).ReadAllAsync(FaultCampaign.Unit, shard, cancellation))
            {
                people.Add(person);
            }
        }

        return people;
    }

    // Every letter on a page list, with the part it is in.
    private async Task<ILookup<string, string>> PrintedAsync(CancellationToken cancellation)
    {
        var printed = new PrintedParts(blobs);
        var letters = new List<(string Reference, string Part)>();
        foreach (var part in await new LetterRuns(tables, blobs).PartsAsync(FaultCampaign.Unit, null, cancellation))
        {
            Check(part.Printed, $"Part {part.Name} was begun and not finished.");
            foreach (var letter in await printed.PagesAsync(part, cancellation) ?? [])
            {
                letters.Add(($"{FaultCampaign.Unit}~{letter.Person}~{letter.Notice}", part.Name));
            }
        }

        return letters.ToLookup(letter => letter.Reference, letter => letter.Part);
    }

    private static string ReferenceOf(SandboxMessage message) =>
        message.Tag ?? message.CustomArgs.Values.FirstOrDefault() ?? string.Create(CultureInfo.InvariantCulture, $"message {message.Number} without a reference");

    private static string Told(Recipient person) =>
        $"Silences {person.Person.Silences}, closed {person.Person.Closed}: {string.Join(", ", person.Notices.Select(notice => $"{notice.Channel} {notice.State} {notice.ClaimedBy} {notice.RecordedAt}"))}.";

    private static string Reference(Recipient person, NoticeKey key) => new NoticeReference(FaultCampaign.Unit, person.Person.Id, key).ToString();

    private void Check(bool kept, string broken)
    {
        if (!kept)
        {
            _broken.Add(broken);
        }
    }
}
