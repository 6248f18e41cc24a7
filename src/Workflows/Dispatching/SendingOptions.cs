namespace Notifieringar.Workflows.Dispatching;

/// <summary>How fast we send, and where families find us.</summary>
/// <param name="PublicUrl">Address of the family pages, without a final slash.</param>
/// <param name="SmsPerMinute">The SMS provider's limit for all instances together; 600 for an alphanumeric sender. 0 for none.</param>
/// <param name="EmailsPerMinute">The mail provider's limit; 0 for none.</param>
public sealed record SendingOptions(string PublicUrl, int SmsPerMinute, int EmailsPerMinute)
{
    /// <summary>How many messages are under way to a provider at once, from one chunk.</summary>
    public const int Parallel = 8;

    /// <summary>How many SMS are claimed, sent and recorded together.</summary>
    public const int SmsPerClaim = 100;

    /// <summary>E-mails have no repeatability id: a crash makes claimed ones unknown, so few are claimed at a time.</summary>
    public const int EmailsPerClaim = 20;

    // Their rows still fit on one page of a query where families have one child.
    private const int MostPeoplePerChunk = 300;

    /// <summary>For how many people a chunk is cut. A chunk takes its budget whole: whole chunks make up what may leave in a minute.</summary>
    public int PeoplePerChunk => Math.Min(PartOf(SmsPerMinute), PartOf(EmailsPerMinute));

    private static int PartOf(int limit) => limit == 0 ? MostPeoplePerChunk : limit / ((limit + MostPeoplePerChunk - 1) / MostPeoplePerChunk);
}
