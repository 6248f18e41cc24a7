using System.Globalization;
using System.Numerics;
using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Storage;

/// <summary>Every partition and row key, built and parsed in one place (design, section 6). <c>~</c> separates parts; it sorts after
/// everything that stands inside a part, so <c>prefix~~</c> ends a prefix.</summary>
public static class Keys
{
    private const string HourPattern = "yyyyMMddHH";
    private static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmm");

    private const int DigitShards = 16;
    private const int MostShards = 256;

    /// <summary>Tells whether a unit's people can be spread over so many shards.</summary>
    /// <param name="shards">How many.</param>
    /// <returns>True for a power of two, at most 256.</returns>
    public static bool IsShardCount(int shards) => shards is > 0 and <= MostShards && BitOperations.IsPow2(shards);

    /// <summary>The shard of a person: the first bits of the id, a hash, by which a unit spreads over partitions. Shards come in the order of
    /// their ids.</summary>
    /// <param name="person">The person.</param>
    /// <param name="shards">How many the unit has: a power of two, at most 256, fixed when the unit is created.</param>
    /// <returns>One hex digit; two when there are more than sixteen.</returns>
    public static string Shard(PersonId person, int shards) => Shard(Convert.ToInt32(person.Value[..2], 16) * shards / MostShards, shards);

    /// <summary>All shards of a unit.</summary>
    /// <param name="shards">How many.</param>
    /// <returns>Hex digits, in order.</returns>
    public static IEnumerable<string> Shards(int shards) => Enumerable.Range(0, shards).Select(number => Shard(number, shards));

    /// <summary>A partition of the People table.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <returns>The partition key.</returns>
    public static string People(UnitId unit, string shard) => $"{unit}~{shard}";

    /// <summary>The row of one child of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="child">The child.</param>
    /// <returns>The row key.</returns>
    public static string Child(PersonId person, ChildId child) => $"{person}~child~{child}";

    /// <summary>The row that links a person to another household of the same child.</summary>
    /// <param name="person">The person.</param>
    /// <param name="other">The other household.</param>
    /// <returns>The row key.</returns>
    public static string Link(PersonId person, PersonId other) => $"{person}~link~{other}";

    /// <summary>The row of an invitation.</summary>
    /// <param name="person">The person.</param>
    /// <param name="occasion">The occasion.</param>
    /// <returns>The row key.</returns>
    public static string Invitation(PersonId person, OccasionId occasion) => $"{person}~inv~{occasion}";

    /// <summary>The ledger row of a notice.</summary>
    /// <param name="person">The person.</param>
    /// <param name="notice">The notice.</param>
    /// <returns>The row key.</returns>
    public static string Notice(PersonId person, NoticeKey notice) => $"{person}~ntc~{notice}";

    /// <summary>The row of what only staff may know of a person's home.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The row key.</returns>
    public static string Mark(PersonId person) => $"{person}~mark";

    /// <summary>The end, exclusive, of all rows of a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>A row key after the person's last row.</returns>
    public static string End(PersonId person) => $"{person}~~";

    /// <summary>The person, kind and rest of a People row key.</summary>
    /// <param name="rowKey">The row key.</param>
    /// <returns>The parts; kind is empty for the person row.</returns>
    public static (PersonId Person, string Kind, string Tail) ParsePeopleRow(string rowKey)
    {
        ArgumentNullException.ThrowIfNull(rowKey);
        var parts = rowKey.Split('~', 3);
        return (new PersonId(parts[0]), parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2] : "");
    }

    /// <summary>A partition of the Work table: the hour, in UTC, by which something must be looked at.</summary>
    /// <param name="deadline">The moment.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <returns>The partition key.</returns>
    public static string Work(Instant deadline, UnitId unit, string shard) => $"{Hour(deadline)}~{unit}~{shard}";

    /// <summary>The end, exclusive, of the Work partitions up to and including a moment's hour.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>A partition key.</returns>
    public static string WorkEnd(Instant now) => Hour(now + Duration.FromHours(1));

    /// <summary>The unit and shard of a Work partition.</summary>
    /// <param name="partitionKey">The partition key.</param>
    /// <returns>The parts.</returns>
    public static (UnitId Unit, string Shard) ParseWork(string partitionKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        var parts = partitionKey.Split('~');
        return (new UnitId(parts[1]), parts[2]);
    }

    /// <summary>The Work row of a due notice.</summary>
    /// <param name="person">The person.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="step">The step's id.</param>
    /// <returns>The row key.</returns>
    public static string Due(PersonId person, OccasionId occasion, string step) => $"due~{person}~{occasion}~{step}";

    /// <summary>The Work row of a letter waiting for its run.</summary>
    /// <param name="person">The person.</param>
    /// <param name="notice">The notice.</param>
    /// <returns>The row key.</returns>
    public static string Letter(PersonId person, NoticeKey notice) => $"letter~{person}~{notice}";

    /// <summary>The Work row of a silence that is in progress.</summary>
    /// <param name="silence">The silence's id.</param>
    /// <returns>The row key.</returns>
    public static string Silence(string silence) => $"silence~{silence}";

    /// <summary>The Work row of a change that is in progress.</summary>
    /// <param name="change">The change's id.</param>
    /// <returns>The row key.</returns>
    public static string Change(string change) => $"change~{change}";

    /// <summary>The Work row of an erasure that is in progress.</summary>
    /// <param name="erasure">The erasure's id.</param>
    /// <returns>The row key.</returns>
    public static string Erasure(string erasure) => $"erasure~{erasure}";

    /// <summary>The task to pull a letter out of a pile.</summary>
    /// <param name="part">The run and part.</param>
    /// <param name="person">The person.</param>
    /// <param name="notice">The notice.</param>
    /// <returns>The row key.</returns>
    public static string Pull(string part, PersonId person, NoticeKey notice) => $"{part}~{person}~{notice}";

    /// <summary>A slot of a unit's visitors: one key per time and pair, so that two families cannot be given the same.</summary>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <returns>The row key.</returns>
    public static string Slot(LocalDateTime starts, string visitors) => $"{Local(starts)}~{visitors}";

    /// <summary>The row of an occasion.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="occasion">The occasion.</param>
    /// <returns>The row key.</returns>
    public static string Occasion(string programme, LocalDateTime starts, OccasionId occasion) => $"{programme}~{Local(starts)}~{occasion}";

    /// <summary>A local time as it stands in keys.</summary>
    /// <param name="local">Local time.</param>
    /// <returns><c>yyyyMMddTHHmm</c>.</returns>
    public static string Local(LocalDateTime local) => LocalPattern.Format(local);

    /// <summary>The batch of a campaign's chunks in one Work partition.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="workPartition">The Work partition; empty for the chunks of its people, and the beginning that all its batches share.</param>
    /// <returns>A partition key of the chunks.</returns>
    public static string CampaignBatch(Campaign campaign, string workPartition)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return $"{CampaignBatches(campaign.Unit)}{campaign.Id}~{workPartition}";
    }

    /// <summary>The beginning that the batches of all campaigns of a unit share.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The beginning of a partition key of the chunks.</returns>
    public static string CampaignBatches(UnitId unit) => $"campaign~{unit}~";

    /// <summary>Reads a local time as it stands in keys.</summary>
    /// <param name="text"><c>yyyyMMddTHHmm</c>.</param>
    /// <returns>Local time.</returns>
    public static LocalDateTime ParseLocal(string text) => LocalPattern.Parse(text).Value;

    /// <summary>The Work row of a receipt: the same receipt again is the same row.</summary>
    /// <param name="person">The person.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="kind">What it says.</param>
    /// <returns>The row key.</returns>
    public static string Receipt(PersonId person, NoticeKey notice, ReceiptKind kind) => $"receipt~{person}~{notice}~{kind}";

    /// <summary>The Work row of a message that somebody has sent us.</summary>
    /// <param name="message">The Inbox row key.</param>
    /// <returns>The row key.</returns>
    public static string Inbound(string message) => $"inbound~{message}";

    /// <summary>An Inbox row: in order of time, and the same for the same message.</summary>
    /// <param name="at">When it came.</param>
    /// <param name="id">Hash of the provider's id, lower-case hex.</param>
    /// <returns>The row key.</returns>
    public static string Inbox(Instant at, string id) => $"{at.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}~{id}";

    /// <summary>The row that says who has a contact.</summary>
    /// <param name="hash">Hash of the contact.</param>
    /// <param name="person">Whose it is.</param>
    /// <returns>The row key.</returns>
    public static string Contact(string hash, PersonId person) => $"{hash}~{person}";

    /// <summary>A partition of the Contacts table: sixteen of them share what a large unit's list writes.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="hash">Hash of the contact.</param>
    /// <returns>The partition key.</returns>
    public static string Contacts(UnitId unit, string hash) => $"{unit}~{hash[0]}";

    /// <summary>A partition of the Audit table.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The local day.</param>
    /// <returns>The partition key.</returns>
    public static string Audit(UnitId unit, LocalDate day) => $"{unit}~{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>A row key that sorts before those of earlier moments.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="salt">Tells two of the same moment apart.</param>
    /// <returns>The row key.</returns>
    public static string NewestFirst(Instant at, string salt) =>
        $"{(long.MaxValue - at.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture)}~{salt}";

    /// <summary>The row of a report.</summary>
    /// <param name="year">The year.</param>
    /// <param name="programme">The programme's id.</param>
    /// <returns>The row key.</returns>
    public static string Report(int year, string programme) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}~{programme}");

    /// <summary>The year and programme of a report's row.</summary>
    /// <param name="rowKey">The row key.</param>
    /// <returns>The parts.</returns>
    public static (int Year, string Programme) ParseReport(string rowKey)
    {
        ArgumentNullException.ThrowIfNull(rowKey);
        var parts = rowKey.Split('~', 2);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    /// <summary>A partition of the Names table.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="prefix">How the names in it begin, or what they are names of.</param>
    /// <returns>The partition key.</returns>
    public static string Names(UnitId unit, string prefix) => $"{unit}~{prefix}";

    /// <summary>The row that says who has a name.</summary>
    /// <param name="name">The normalised name.</param>
    /// <param name="person">Whose it is.</param>
    /// <returns>The row key.</returns>
    public static string Name(string name, PersonId person) => $"{name}~{person}";

    private static string Hour(Instant moment) => moment.ToString(HourPattern, CultureInfo.InvariantCulture);

    private static string Shard(int number, int shards) => number.ToString(shards > DigitShards ? "x2" : "x", CultureInfo.InvariantCulture);
}
