using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>Everything a rehearsal starts from: a unit as it stands at one moment.</summary>
/// <param name="Rules">The unit's rules.</param>
/// <param name="Programmes">All programmes.</param>
/// <param name="People">All people of the unit.</param>
/// <param name="Due">The due notices in Work.</param>
/// <param name="Waiting">The letters that wait for their run.</param>
/// <param name="Taken">Slots that are taken or held.</param>
/// <param name="From">The moment it begins.</param>
/// <param name="Days">How many days it goes on.</param>
/// <param name="ImportsKeepComing">True: whoever the data is fresh for at the start is confirmed by every import to come. False: no more
/// imports, so that everything stops when the data has become old.</param>
/// <param name="Languages">The languages there is a text in that may be sent.</param>
public sealed record RehearsalInput(
    UnitRules Rules,
    IReadOnlyList<Programme> Programmes,
    IReadOnlyCollection<Recipient> People,
    IReadOnlyCollection<RehearsedDue> Due,
    IReadOnlyCollection<RehearsedLetter> Waiting,
    IReadOnlyDictionary<(LocalDateTime Starts, string Visitors), OccasionId> Taken,
    Instant From,
    int Days,
    bool ImportsKeepComing,
    IRehearsedLanguages Languages);

/// <summary>A due notice.</summary>
/// <param name="At">When it is looked at.</param>
/// <param name="Person">To whom.</param>
/// <param name="Occasion">About what.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
public sealed record RehearsedDue(Instant At, PersonId Person, OccasionId Occasion, string Programme, string Step);

/// <summary>A claimed letter.</summary>
/// <param name="ClosesAt">When its run closes.</param>
/// <param name="Person">To whom.</param>
/// <param name="Key">The notice.</param>
public sealed record RehearsedLetter(Instant ClosesAt, PersonId Person, NoticeKey Key);

/// <summary>Chooses languages as sending does. Texts are not this stage's; a fake stands in for them in tests.</summary>
public interface IRehearsedLanguages
{
    /// <summary>The language a notice would be written in.</summary>
    /// <param name="key">The notice.</param>
    /// <param name="language">The person's language; null when unknown.</param>
    /// <returns>BCP 47 tag; null when there is no text that may be sent.</returns>
    string? Choose(NoticeKey key, string? language);
}

/// <summary>What would become of a notice.</summary>
public enum RehearsedFate
{
    /// <summary>The provider is given it, or it is printed.</summary>
    Said,

    /// <summary>It is finally not said.</summary>
    Skipped,

    /// <summary>Staff gets it.</summary>
    Listed,
}

/// <summary>One notice of a rehearsal.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Key">The notice.</param>
/// <param name="Day">The day in Sweden it is sent, printed or decided.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Language">The language it is said in; empty when it is not said.</param>
/// <param name="Reason">Why it is not said; null when it is.</param>
public sealed record RehearsedNotice(PersonId Person, NoticeKey Key, LocalDate Day, RehearsedFate Fate, string Language, SkipReason? Reason);

/// <summary>What a rehearsal comes to.</summary>
/// <param name="Notices">Every notice that became final, in the order it did.</param>
/// <param name="Visits">How many visits were planned.</param>
/// <param name="WithoutSlot">How many visits had no free slot on the last night of planning.</param>
/// <param name="Later">How many notices are due later than the last day, or wait.</param>
/// <param name="Bags">The languages of which there are too few bags for the visits of the next two weeks.</param>
public sealed record RehearsalOutcome(
    ImmutableArray<RehearsedNotice> Notices, int Visits, int WithoutSlot, int Later, ImmutableArray<BagShortage> Bags);
