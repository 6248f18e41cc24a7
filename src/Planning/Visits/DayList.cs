using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>A day's visits, for those who make them: as little as it takes to find the door. No phone numbers, nobody who is silenced.</summary>
public static class DayList
{
    /// <summary>How many days ahead a list may be printed: what it says changes, and an old print is not looked after.</summary>
    public const int DaysAhead = 7;

    /// <summary>Tells whether a day's list may be shown.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today, in Europe/Stockholm.</param>
    /// <returns>False for days that are over or far ahead.</returns>
    public static bool IsOpen(LocalDate day, LocalDate today) => day >= today && day <= today.PlusDays(DaysAhead);

    /// <summary>The visits of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="occasions">The unit's visits; those of other days are left out.</param>
    /// <param name="people">The people, by id.</param>
    /// <param name="programmes">The programmes, by id.</param>
    /// <param name="marks">What is noted of homes.</param>
    /// <param name="withInterpreter">The visits that an interpreter is booked for.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>By pair of visitors, then by time.</returns>
    public static ImmutableArray<DayVisit> Of(
        LocalDate day,
        IEnumerable<Occasion> occasions,
        IReadOnlyDictionary<PersonId, Recipient> people,
        IReadOnlyDictionary<string, Programme> programmes,
        IReadOnlyDictionary<PersonId, HomeMarks> marks,
        IReadOnlySet<OccasionId> withInterpreter,
        UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(occasions);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(programmes);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(withInterpreter);
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. from occasion in occasions
               where occasion.Starts.Date == day && occasion.CancelledBy is null && occasion.Home is not null
               let home = people.GetValueOrDefault(occasion.Home!.Value)
               let invitation = home?.Invitations.FirstOrDefault(one => one.Occasion == occasion.Id)
               let noted = marks.GetValueOrDefault(occasion.Home!.Value) ?? HomeMarks.None
               where invitation is not null && Expected.IsVisited(home!, invitation, Wanted.SilenceMeansYes(programmes[occasion.Programme], rules))
               orderby occasion.Visitors, occasion.Starts, occasion.Id.Value
               select new DayVisit(
                   occasion.Programme,
                   occasion.Id,
                   occasion.Starts,
                   occasion.Visitors,
                   home!.Person.FullName,
                   home.Person.Address,
                   [.. NeverSend.LivingChildren(home, invitation).Select(child => Months(child.BirthDate, day))],
                   BagNeeds.LanguageOf(home.Person, rules),
                   invitation.Answer == Answer.Yes,
                   noted.NeedsTwo,
                   noted.RelativeInterprets ? Interpreting.Relative : withInterpreter.Contains(occasion.Id) ? Interpreting.Booked : Interpreting.None),
        ];
    }

    private static int Months(LocalDate born, LocalDate day) => (int)Period.Between(born, day, PeriodUnits.Months).Months;
}

/// <summary>Who interprets at a visit.</summary>
public enum Interpreting
{
    /// <summary>Nobody, as far as is known.</summary>
    None,

    /// <summary>An interpreter is booked.</summary>
    Booked,

    /// <summary>A relative.</summary>
    Relative,
}

/// <summary>A visit on a day's list.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Occasion">The visit.</param>
/// <param name="Starts">Local start time.</param>
/// <param name="Visitors">The pair.</param>
/// <param name="Name">Who is visited; null when unknown.</param>
/// <param name="Address">Where; null when unknown.</param>
/// <param name="ChildMonths">The children's ages in whole months; their names are not needed to find the door.</param>
/// <param name="BagLanguage">The language of the bag to bring.</param>
/// <param name="HasSaidYes">False for a family that has not answered.</param>
/// <param name="NeedsTwo">True where nobody goes alone. Internal: never said to anybody.</param>
/// <param name="Interpreting">Who interprets.</param>
public sealed record DayVisit(
    string Programme,
    OccasionId Occasion,
    LocalDateTime Starts,
    string Visitors,
    string? Name,
    PostalAddress? Address,
    ImmutableArray<int> ChildMonths,
    string BagLanguage,
    bool HasSaidYes,
    bool NeedsTwo,
    Interpreting Interpreting);
