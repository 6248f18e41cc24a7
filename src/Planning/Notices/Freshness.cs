using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>Whether what is known of a person is fresh enough to act on.</summary>
public static class Freshness
{
    /// <summary>Tells whether the data is too old: import first. People at work are entered by staff, and no file confirms them.</summary>
    /// <param name="person">The person.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True when nothing may be sent on it.</returns>
    public static bool IsStale(Person person, UnitRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(rules);
        return person.Kind == PersonKind.Household && person.DataAsOf + Duration.FromDays(rules.StaleAfterDays) < now;
    }
}
