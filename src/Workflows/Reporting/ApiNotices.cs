using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Reporting;

/// <summary>How states and reasons are told outside the house.</summary>
public static class ApiNotices
{
    private const string Silenced = "Silenced";

    /// <summary>Why something was not said. That somebody is protected, has died or has asked for silence is not told of one person.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>What is told; null for no reason.</returns>
    public static string? ReasonOf(SkipReason? reason) => reason switch
    {
        null => null,
        SkipReason.Deceased or SkipReason.Protected or SkipReason.OptedOut or SkipReason.CustodyLost or SkipReason.Moved or SkipReason.Erased => Silenced,
        { } other => other.ToString(),
    };

    /// <summary>The same for a count of reasons.</summary>
    /// <param name="reasons">How many, by the reason's name.</param>
    /// <returns>How many, by what is told; small numbers among them, as of a list that the caller has made.</returns>
    public static ImmutableSortedDictionary<string, int> Reasons(IReadOnlyDictionary<string, int> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return reasons
            .GroupBy(reason => Enum.TryParse<SkipReason>(reason.Key, out var known) ? ReasonOf(known)! : reason.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(reason => reason.Key, reason => reason.Sum(one => one.Value), StringComparer.Ordinal);
    }
}
