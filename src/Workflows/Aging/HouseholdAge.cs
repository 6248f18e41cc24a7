using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Workflows.Aging;

/// <summary>Which people a unit keeps no longer: those whom nothing confirms any more, sooner when their children are too old for everything.</summary>
/// <param name="rules">How long.</param>
/// <param name="programmes">What there is for children.</param>
/// <param name="today">The local day.</param>
internal sealed class HouseholdAge(Retention rules, IEnumerable<Programme> programmes, LocalDate today)
{
    // Null when no programme is for children of some age: then nobody is too old.
    private readonly int? _tooOld = programmes
        .Select(programme => programme.Audience.Visits?.EndsAtMonths ?? programme.Audience.ChildAges?.BelowMonths)
        .Max();

    /// <summary>The day before which somebody must have been confirmed last to be looked at: the shortest time of all.</summary>
    public LocalDate LookedAtBefore => Ago(Math.Min(rules.AgedOut, Math.Min(rules.Households, rules.Contacts)));

    /// <summary>The rule by which a person goes; null for one who stays.</summary>
    /// <param name="kind">What they are to us.</param>
    /// <param name="confirmed">The local day of the last confirmation.</param>
    /// <param name="born">Birth dates of the children.</param>
    public string? RuleFor(PersonKind kind, LocalDate confirmed, IReadOnlyCollection<LocalDate> born) => kind switch
    {
        not PersonKind.Household => confirmed < Ago(rules.Contacts) ? "contacts" : null,
        _ when confirmed < Ago(rules.Households) => "households",
        _ when confirmed < Ago(rules.AgedOut) && born.Count > 0 && _tooOld is { } months && born.All(day => day <= Ago(months)) => "agedOut",
        _ => null,
    };

    private LocalDate Ago(int months) => today.PlusMonths(-months);
}
