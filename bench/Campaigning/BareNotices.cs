using Notifieringar.Bench.Machines;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;

namespace Notifieringar.Bench.Campaigning;

/// <summary>The emulator's limit for a campaign: the rows of its notices – claims that invite, and results – written by the ledger itself, to people
/// in partitions as large, while nothing is read, decided, rendered or sent. Half of them are written before the campaign and half after it,
/// because a row costs the emulator the more the more rows its table has.</summary>
internal sealed class BareNotices
{
    private const int MostPeople = 3_000;
    private const int AtOnce = 4;
    private const int ResultsAtOnce = 99;

    private readonly Ledger _ledger;
    private readonly Queue<(string Shard, List<Recipient> People)> _parts = [];
    private readonly int _half;
    private TimeSpan _took;
    private int _told;

    private BareNotices(Ledger ledger, IEnumerable<(string, List<Recipient>)> parts)
    {
        _ledger = ledger;
        _parts = new(parts);
        _half = (_parts.Count + 1) / 2;
    }

    /// <summary>Notices a second so far.</summary>
    public double PerSecond => _told / _took.TotalSeconds;

    private static UnitId Unit { get; } = new("bara");

    /// <summary>Puts people beside those of the campaign.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="recipients">How many people the campaign goes to.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static async Task<BareNotices> OfAsync(BenchMachine machine, int recipients, CancellationToken cancellation)
    {
        var ofPartition = recipients / machine.Shards;
        var parts = Math.Max(2, Math.Min(MostPeople, recipients) / ofPartition);
        var table = new PeopleTable(machine.Tables);
        var found = new List<(string, List<Recipient>)>();
        foreach (var (number, ids) in Recipients.Ids(parts * ofPartition).Chunk(ofPartition).Index())
        {
            var shard = $"{number}";
            await Recipients.WriteAsync(machine, Unit, ids, _ => shard, cancellation);
            found.Add((shard, await table.ReadAllAsync(Unit, shard, cancellation).ToListAsync(cancellation)));
        }

        return new BareNotices(new Ledger(machine.Tables), found);
    }

    /// <summary>Tells the next half of them.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var parts = Enumerable.Range(0, Math.Min(_half, _parts.Count)).Select(_ => _parts.Dequeue()).ToList();
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            parts.SelectMany(part => part.People.Chunk(ResultsAtOnce).Select(people => (part.Shard, People: people))),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (part, token) => await TellAsync(part.Shard, part.People, token));
        _took += TimeProvider.System.GetElapsedTime(started);
        _told += parts.Sum(part => part.People.Count);
    }

    private async Task TellAsync(string shard, Recipient[] people, CancellationToken cancellation)
    {
        var now = Stockholm.MomentOf(BenchMachine.Now);
        var results = new List<NoticeResult>();
        foreach (var part in people.Chunk(Ledger.PeoplePerInvitingClaim))
        {
            var claimed = await _ledger.ClaimAsync(Unit, shard, [.. part.Select(ClaimOf)], now, cancellation)
                ?? throw new BenchFailedException("Somebody else wrote to the people of the bare notices.");
            results.AddRange(part.Zip(claimed, (one, notice) => new NoticeResult(one.Person.Id, notice, NoticeState.Accepted, now, Guid.NewGuid().ToString())));
        }

        await _ledger.RecordAsync(Unit, shard, results, cancellation);
    }

    private static NoticeClaim ClaimOf(Recipient recipient)
    {
        var now = Stockholm.MomentOf(BenchMachine.Now);
        var invitation = new Invitation(
            new OccasionId("bokord"), "bokord", BenchMachine.Now, 0, [recipient.Children[0].Id], AtThisHome: false, 0, now, Answer.None);
        var key = new NoticeKey("bokord", "bokord", 0, "word", Channel.Sms);
        return new NoticeClaim(
            recipient,
            new Notice(key, NoticeState.Claimed, Channel.Sms, "sv", "1", "bench~1", new string('a', 32), now, SkipReason: null, TouchedAt: now),
            invitation);
    }
}
