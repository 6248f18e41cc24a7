using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Invented households who are all due the same thank-you at the same moment, by SMS, e-mail or letter; with a campaign beside it, every
/// other one is left to that.</summary>
internal sealed class FaultCampaign(FaultOptions options, Tables tables)
{
    public const string Programme = "sprakstart-6";
    public const string Step = "thank-you";
    public const int Shards = 4;

    /// <summary>Where those live whom the campaign invites.</summary>
    public const string InvitedPostalCode = "99811";

    private const int RowsOfPerson = 3;

    /// <summary>The child of every household: each has one, and none is linked to another.</summary>
    public static ChildId Child { get; } = new(new string('c', 32));

    /// <summary>A Tuesday, so that working days follow: what is delayed may go on.</summary>
    public static LocalDateTime DueAt { get; } = new(2025, 2, 4, 10, 0);

    public static UnitId Unit { get; } = new("provby");

    public IReadOnlyList<PersonId> People { get; } =
        [.. Enumerable.Range(0, options.Notices).Select(number => IdOf(options.Seed, number)).Order()];

    /// <summary>Whom the campaign invites.</summary>
    public IReadOnlyList<PersonId> Invited { get; } =
        [.. Enumerable.Range(0, options.Notices).Where(number => IsInvited(options, number)).Select(number => IdOf(options.Seed, number)).Order()];

    /// <summary>Writes the households, their invitations and what is due to them.</summary>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name);
        var due = new List<DueNotice>();
        foreach (var shard in Enumerable.Range(0, options.Notices).GroupBy(number => Keys.Shard(IdOf(options.Seed, number), Shards)))
        {
            var partition = Keys.People(Unit, shard.Key);
            foreach (var part in shard.Chunk(Tables.TransactionLimit / RowsOfPerson))
            {
                await table.SubmitTransactionAsync(part.SelectMany(number => Rows(number, partition)), cancellation);
            }

            due.AddRange(shard.Where(number => !IsInvited(options, number)).Select(number => new DueNotice(
                Unit, shard.Key, Stockholm.MomentOf(DueAt), IdOf(options.Seed, number), OccasionOf(number), Programme, Step)));
        }

        await new DueNotices(tables).PutAsync(due, cancellation);
    }

    private IEnumerable<TableTransactionAction> Rows(int number, string partition)
    {
        var id = IdOf(options.Seed, number);
        var asOf = Stockholm.MomentOf(DueAt) - Duration.FromHours(2);
        var turn = number % 100;
        var person = new Person(
            Unit,
            id,
            "Maja",
            "Provström",
            new PostalAddress(null, string.Create(CultureInfo.InvariantCulture, $"Granstigen {1 + (number % 200)}"), IsInvited(options, number) ? InvitedPostalCode : "99810", "Provby", null),
            turn < options.Shares.Sms ? new PhoneNumber(string.Create(CultureInfo.InvariantCulture, $"+467017406{5 + (number % 95):00}")) : null,
            turn < options.Shares.Sms + options.Shares.Email ? new EmailAddress(Mailbox(number)) : null,
            (number % 7) switch { 0 => "ar", 1 => "en", _ => "sv" },
            Silences.None,
            asOf);
        var invitation = new Invitation(
            OccasionOf(number), Programme, DueAt.PlusDays(-1), 45, [Child], AtThisHome: true, Sequence: 0, asOf, Answer.Yes);
        var child = new Child(Child, "Tuva", new LocalDate(2024, 8, 1), LivesHere: true, Deceased: false);
        TableEntity[] rows = [PeopleRows.Of(person, partition), PeopleRows.Of(id, child, partition), PeopleRows.Of(id, invitation, partition)];
        return rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
    }

    private static bool IsInvited(FaultOptions options, int number) => options.HasCampaign && number % 2 == 1;

    // The sandbox knows some local parts as those of mailboxes that refuse, bounce or are never heard of.
    private static string Mailbox(int number)
    {
        var fate = (number % 41) switch { 0 => "bounce", 1 => "blocked", 2 => "refused", 3 => "deferred", 4 => "silent", _ => "familj" };
        return string.Create(CultureInfo.InvariantCulture, $"{fate}+{number}@example.se");
    }

    private static PersonId IdOf(int seed, int number) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}~{number}")))[..32]);

    private static OccasionId OccasionOf(int number) => new(number.ToString("x24", CultureInfo.InvariantCulture));
}
