using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>How a unit works: when it visits, when it is closed, how it signs.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Name">The library's name as families know it; signs letters and e-mails.</param>
/// <param name="SmsSender">SMS sender id: at most eleven ASCII letters, digits or spaces, at least one letter.</param>
/// <param name="EmailFrom">Sender address of e-mails.</param>
/// <param name="Phone">Phone number of a person at the library.</param>
/// <param name="ReturnAddress">Lines of the return address.</param>
/// <param name="Shards">Over how many partitions its people spread: a power of two, at most 256; fixed when the unit is created.</param>
/// <param name="VisitDays">Weekdays with visits.</param>
/// <param name="SlotTimes">Local start times of visits on a visit day.</param>
/// <param name="Visitors">The pairs of visitors, by short name.</param>
/// <param name="Closed">Closed periods, both ends included.</param>
/// <param name="ComesUnlessNo">True: the visit takes place unless the family says no. False (default): only after a yes.</param>
/// <param name="StaleAfterDays">Data older than this is not sent on.</param>
/// <param name="QuietFrom">No SMS or e-mail from this local time …</param>
/// <param name="QuietTo">… until this local time.</param>
/// <param name="LetterRunAt">Local time when the day's letter run closes.</param>
/// <param name="Envelope">Name of the envelope profile.</param>
/// <param name="AllowsUnreviewedTexts">True when texts that no person has reviewed may be sent.</param>
/// <param name="CapTouches">At most so many contacts that nobody asked for …</param>
/// <param name="CapDays">… to one person in so many days, over all programmes.</param>
/// <param name="SecondApprovalAbove">A campaign to more people than this needs a second person's approval.</param>
/// <param name="SmsPrice">What one part of an SMS costs, in kronor; null when not given.</param>
/// <param name="LetterPrice">What one letter costs, in kronor; null when not given.</param>
/// <param name="VisitAreas">First digits of the postal codes where homes are visited, without spaces; empty for everywhere.</param>
/// <param name="AsksAgainAfterNo">True when a family that said no to one visit is asked once more for the next; false when never.</param>
/// <param name="BagCounts">How many bags there are of each language; null when the unit does not count them.</param>
/// <param name="BagSubstitutes">Which language's bag may be given instead; null for none.</param>
/// <param name="AllowsStaleTexts">True when translations of a Swedish text that has changed since may be sent.</param>
/// <param name="RetentionMonths">How long what is not needed any more is kept; null for the usual.</param>
public sealed record UnitRules(
    UnitId Unit,
    string Name,
    string SmsSender,
    string EmailFrom,
    string Phone,
    ImmutableArray<string> ReturnAddress,
    int Shards,
    ImmutableArray<IsoDayOfWeek> VisitDays,
    ImmutableArray<LocalTime> SlotTimes,
    ImmutableArray<string> Visitors,
    ImmutableArray<ClosedPeriod> Closed,
    bool ComesUnlessNo,
    int StaleAfterDays,
    LocalTime QuietFrom,
    LocalTime QuietTo,
    LocalTime LetterRunAt,
    string Envelope,
    bool AllowsUnreviewedTexts = false,
    int CapTouches = 3,
    int CapDays = 30,
    int SecondApprovalAbove = 100,
    decimal? SmsPrice = null,
    decimal? LetterPrice = null,
    ImmutableArray<string> VisitAreas = default,
    bool AsksAgainAfterNo = true,
    ImmutableSortedDictionary<string, int>? BagCounts = null,
    ImmutableSortedDictionary<string, string>? BagSubstitutes = null,
    bool AllowsStaleTexts = false,
    Retention? RetentionMonths = null)
{
    /// <summary>How long what is not needed any more is kept.</summary>
    public Retention Retention => RetentionMonths ?? Retention.Usual;

    /// <summary>How many bags there are of each language; empty when the unit does not count them.</summary>
    public ImmutableSortedDictionary<string, int> Bags => BagCounts ?? ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Which language's bag may be given instead of one that is lacking.</summary>
    public ImmutableSortedDictionary<string, string> BagsInstead => BagSubstitutes ?? ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Days when nobody visits and nothing is printed.</summary>
/// <param name="From">First closed day.</param>
/// <param name="To">Last closed day.</param>
public sealed record ClosedPeriod(LocalDate From, LocalDate To);
