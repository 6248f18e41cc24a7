using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Requests;
using NodaTime;

namespace Notifieringar.Workflows.Pickups;

/// <summary>Something that is ready to be collected. Never what: titles and authors are nobody's business but the borrower's.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Person">Who is told.</param>
/// <param name="Place">Where, as families know it.</param>
/// <param name="Items">How many things.</param>
internal sealed record PickupOrder(string Programme, PersonId Person, string Place, int Items)
{
    public const int MostItems = 99;
    private const int LongestPlace = 100;

    public static PickupOrder? Read(UnitId unit, string json, List<RequestProblem> problems)
    {
        if (RequestNode.Of(json, problems) is not { } node)
        {
            return null;
        }

        var programme = node.Text("programme", isRequired: true);
        var (person, reference) = (node.Text("person"), node.Text("reference"));
        var place = node.Text("place", isRequired: true, longest: LongestPlace);
        var items = node.Number("items", least: 1, MostItems, absent: 1);
        if (person is null == reference is null)
        {
            node.Problem("person", "say who is told: by person, an id from an import, or by reference, your own key; not by both");
        }
        else if (person is not null && !Ids.IsWellFormed(person))
        {
            node.Problem("person", "write a person's id: 32 lower-case hex digits");
        }

        node.NothingElse("remove it: of what is lent only the number of items is kept, never a title or an author");
        return problems.Count > 0
            ? null
            : new PickupOrder(programme!, person is null ? HouseholdGroups.PersonIdOf(unit, reference!) : new PersonId(person), place!, items);
    }

    /// <summary>The occasion of a day: one for each person, programme and place, and another for what comes after it has been spoken of.</summary>
    public OccasionId OccasionOn(UnitId unit, LocalDate day, int round) => new(Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"pickup~{unit}~{Programme}~{Person}~{Place}~{day:uuuu-MM-dd}~{round}")))[..24]);

    public Invitation Invitation(OccasionId occasion, Programme programme, UnitRules rules, Instant now)
    {
        var ready = Stockholm.LocalOf(now);
        var lastDay = OpenDays.AtOrAfter(ready.Date.PlusDays(programme.Occasion.KeepDays), rules);
        return new Invitation(
            occasion,
            programme.Id,
            ready.Date.At(new LocalTime(ready.Hour, ready.Minute)),
            Minutes: 0,
            Children: [],
            AtThisHome: false,
            Sequence: 0,
            now,
            Answer.None,
            Place: Place,
            Ends: lastDay.At(new LocalTime(23, 59)),
            IsTimed: false,
            Items: Items);
    }
}
