using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Visits as a calendar shows them.</summary>
public static class VisitCalendar
{
    /// <summary>The visits of homes that may be shown.</summary>
    /// <param name="occasions">Visits that have their times.</param>
    /// <param name="people">The people, by id.</param>
    /// <param name="programmes">The programmes, by id.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>In order of time and pair.</returns>
    public static ImmutableArray<CalendarVisit> Of(
        IEnumerable<Occasion> occasions, IReadOnlyDictionary<PersonId, Recipient> people, IReadOnlyDictionary<string, Programme> programmes, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(occasions);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(programmes);
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. from occasion in occasions
               where occasion.CancelledBy is null && occasion.Home is not null
               let home = people.GetValueOrDefault(occasion.Home!.Value)
               let invitation = home?.Invitations.FirstOrDefault(one => one.Occasion == occasion.Id)
               where invitation is not null && NeverSend.Reason(home!, invitation) is null
               orderby occasion.Starts, occasion.Visitors
               select new CalendarVisit(
                   occasion.Programme,
                   occasion.Id,
                   occasion.Starts,
                   occasion.Minutes,
                   occasion.Visitors,
                   home!.Person,
                   Standing(home, invitation, Wanted.SilenceMeansYes(programmes[occasion.Programme], rules))),
        ];
    }

    private static VisitStanding Standing(Recipient home, Invitation invitation, bool silenceMeansYes) => invitation.Answer switch
    {
        _ when invitation.IsDisputed => VisitStanding.Unsettled,
        Answer.Yes => VisitStanding.Welcome,
        Answer.None => Expected.IsVisited(home, invitation, silenceMeansYes) ? VisitStanding.Silent : VisitStanding.Unanswered,
        _ => VisitStanding.Unsettled,
    };
}

/// <summary>How sure a visit is.</summary>
public enum VisitStanding
{
    /// <summary>The family has said yes.</summary>
    Welcome,

    /// <summary>The family has said nothing, and the unit comes unless it says no.</summary>
    Silent,

    /// <summary>The family has said nothing, and the unit comes only after a yes.</summary>
    Unanswered,

    /// <summary>Guardians differ, or another time is wanted: staff are asking.</summary>
    Unsettled,
}

/// <summary>A visit in a calendar.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Occasion">The visit.</param>
/// <param name="Starts">Local start time.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Visitors">The pair.</param>
/// <param name="Home">Who is visited.</param>
/// <param name="Standing">How sure it is.</param>
public sealed record CalendarVisit(
    string Programme, OccasionId Occasion, LocalDateTime Starts, int Minutes, string Visitors, Person Home, VisitStanding Standing)
{
    /// <summary>True when the visit is made as things stand.</summary>
    public bool IsSure => Standing is VisitStanding.Welcome or VisitStanding.Silent;
}
