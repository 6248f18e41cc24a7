using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Whether there are bags enough, by language, for the visits to come.</summary>
public static class BagNeeds
{
    /// <summary>How far ahead one looks: a week to get more, before the week they are needed in.</summary>
    public const int DaysAhead = 14;

    private const string Swedish = "sv";

    /// <summary>The language of the bag that a family gets: its own when the unit has such bags, else Swedish.</summary>
    /// <param name="person">The person visited.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>A language of the unit's bags, or Swedish.</returns>
    public static string LanguageOf(Person person, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(rules);
        var own = person.Language?.Split('-')[0] ?? Swedish;
        return rules.Bags.IsEmpty || rules.Bags.ContainsKey(own) ? own : Swedish;
    }

    /// <summary>Counts bags, one for each child.</summary>
    /// <param name="people">The unit's people.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="today">Today, in Europe/Stockholm.</param>
    /// <returns>The languages of which there are too few, by language; none when the unit does not count its bags.</returns>
    public static ImmutableArray<BagShortage> Of(IEnumerable<Recipient> people, UnitRules rules, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Bags.IsEmpty)
        {
            return [];
        }

        var last = today.PlusDays(DaysAhead);
        var needed = from person in people
                     from invitation in person.Invitations
                     where invitation.Starts.Date >= today && invitation.Starts.Date < last
                         && Expected.IsVisited(person, invitation, silenceMeansYes: true) // it may yet say yes
                     group NeverSend.LivingChildren(person, invitation).Length by LanguageOf(person.Person, rules);
        var counts = needed.ToDictionary(language => language.Key, language => language.Sum(), StringComparer.Ordinal);
        int Left(string language) => rules.Bags.GetValueOrDefault(language) - counts.GetValueOrDefault(language);
        return
        [
            .. from language in counts.Keys.Order(StringComparer.Ordinal)
               where Left(language) < 0
               let instead = rules.BagsInstead.GetValueOrDefault(language)
               select new BagShortage(
                   language, counts[language], rules.Bags.GetValueOrDefault(language), instead is not null && Left(instead) > 0 ? instead : null),
        ];
    }
}

/// <summary>Too few bags of a language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Needed">How many the coming visits take.</param>
/// <param name="InStock">How many there are.</param>
/// <param name="Instead">The bag that may be given instead, while there are any left; null for none.</param>
public sealed record BagShortage(string Language, int Needed, int InStock, string? Instead);
