using System.Collections.Immutable;

namespace Notifieringar.Records.Silencing;

/// <summary>What a silence has done, in numbers and pages: no names and no ids of people.</summary>
/// <param name="Silence">The silence's id.</param>
/// <param name="Kind">Why.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="DoneAt">When all was done; null while it is in progress.</param>
/// <param name="Households">How many households are silenced.</param>
/// <param name="Sms">SMS that will not be sent.</param>
/// <param name="Emails">E-mails that will not be sent.</param>
/// <param name="Letters">Letters that will not be printed.</param>
/// <param name="UnderWay">Messages that a sender had begun before; they cannot be called back.</param>
/// <param name="Pull">Printed letters to take out of the pile.</param>
/// <param name="SlotsFreed">Visits called off, whose times are free again.</param>
public sealed record SilenceReceipt(
    string Silence,
    string Kind,
    DateTimeOffset OrderedAt,
    DateTimeOffset? DoneAt,
    int Households,
    int Sms,
    int Emails,
    int Letters,
    int UnderWay,
    ImmutableArray<LetterToPull> Pull,
    int SlotsFreed)
{
    /// <summary>The receipt of a silence of which nothing is known to be done.</summary>
    /// <param name="silence">The silence.</param>
    /// <returns>The receipt.</returns>
    public static SilenceReceipt Of(Silence silence)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return new SilenceReceipt(silence.Id, silence.Kind.ToString(), silence.OrderedAt.ToDateTimeOffset(), null, 0, 0, 0, 0, 0, [], 0);
    }
}

/// <summary>Where a printed letter lies in its pile.</summary>
/// <param name="Run">The run's local date, <c>yyyy-MM-dd</c>.</param>
/// <param name="Part">The part, from 1.</param>
/// <param name="FirstPage">From 1.</param>
/// <param name="Pages">How many.</param>
public sealed record LetterToPull(string Run, int Part, int FirstPage, int Pages);
