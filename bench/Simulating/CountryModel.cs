namespace Notifieringar.Bench.Simulating;

/// <summary>How long an evening's notices take at each limit. Pure: costs and limits in, walls out.</summary>
internal static class CountryModel
{
    public const int NoticesOfChunk = 300;
    public const int RowsOfPage = 1_000;

    /// <summary>Rows written for a notice: into Work and out of it, and those of People.</summary>
    public const int RowsOfNotice = 7;

    /// <summary>Rows written in the partition of a notice's person: touched, invited, claimed, told, recorded.</summary>
    public const int RowsOfPerson = 5;

    /// <summary>Of every unit, large or small: on Azure that is enough for the largest.</summary>
    public const int Shards = 16;

    // Put by the function, received and deleted by the host.
    private const int CallsOfMessage = 3;

    // For each shard of each unit: the chunks that are open, and the rows of those that are cut. Each chunk is a message besides.
    private const int CallsOfShard = 2;

    /// <summary>The walls.</summary>
    /// <returns>The nearest first.</returns>
    public static IReadOnlyList<Wall> WallsOf(Country country, MeasuredCosts costs) =>
        [.. new[] { Provider(country), Sweep(country), Printing(country, costs), Account(country), Partition(country), Queue(country), Instances(country, costs), Calls(country, costs) }
            .OrderByDescending(wall => wall.Share)];

    /// <summary>How long the evening takes: as long as its slowest part.</summary>
    public static double MinutesOf(Country country, MeasuredCosts costs) => WallsOf(country, costs).Max(wall => wall.Minutes);

    private static Wall Provider(Country country) => new(
        "the SMS provider: messages of a resource",
        country.Sms / (PublishedLimits.SmsOfResource * country.SmsResources),
        country.Minutes,
        "more Communication Services resources, or a higher limit from Azure's support; Sms__PerMinute follows");

    // One timer reads all that is due and cuts it into chunks, one call after the other.
    private static Wall Sweep(Country country)
    {
        var calls = (country.Notices / (double)RowsOfPage) + (country.Units * Shards * CallsOfShard) + ChunksOf(country);
        return new Wall(
            "one sweep: everything due cut into chunks",
            calls * country.StorageMilliseconds / 1000.0 / 60,
            PublishedLimits.FunctionSeconds / 60,
            "a sweep for each unit instead of one for all; until then the next sweep, five minutes later, goes on where the last one ended");
    }

    // A shard with few notices has a chunk of its own all the same.
    private static double ChunksOf(Country country) => Math.Max(country.Notices / (double)NoticesOfChunk, country.Units * Shards);

    private static Wall Printing(Country country, MeasuredCosts costs) => new(
        "letters: the largest unit's run on one instance",
        country.OfLargest(country.Letters) / costs.LettersPerSecond / 60,
        country.Minutes,
        "letters print by the unit: others do not wait for it");

    private static Wall Account(Country country) => new(
        "tables: rows of the storage account",
        country.Notices * RowsOfNotice / PublishedLimits.RowsOfAccount / 60,
        country.Minutes,
        "a storage account for each county");

    private static Wall Partition(Country country) => new(
        "tables: rows of the largest unit's partitions",
        country.OfLargest(country.Notices) * RowsOfPerson / Shards / PublishedLimits.RowsOfPartition / 60,
        country.Minutes,
        "more shards for it: up to 256");

    private static Wall Queue(Country country) => new(
        "queues: messages of the queue of chunks",
        ChunksOf(country) * CallsOfMessage / PublishedLimits.MessagesOfQueue / 60,
        country.Minutes,
        "larger chunks, or a queue for each county");

    private static Wall Instances(Country country, MeasuredCosts costs) => new(
        "function app: processor time of its instances",
        country.Notices * costs.ProcessorMicroseconds / 1e6 / country.Instances / 60,
        country.Minutes,
        "more instances");

    private static Wall Calls(Country country, MeasuredCosts costs) => new(
        "function app: waiting for storage, a call at a time on each instance",
        country.Notices * costs.StorageCalls * country.StorageMilliseconds / 1000.0 / country.Instances / 60,
        country.Minutes,
        "more instances, or more chunks at once on each");
}
