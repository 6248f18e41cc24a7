namespace Notifieringar.Records.Occasions;

/// <summary>How a visit went (domain.md T64).</summary>
public enum VisitResult
{
    /// <summary>It took place.</summary>
    Done,

    /// <summary>Nobody was at home.</summary>
    NotHome,

    /// <summary>They do not live there.</summary>
    WrongAddress,

    /// <summary>They did not want it after all.</summary>
    RefusedAtDoor,

    /// <summary>Another time was agreed on.</summary>
    Postponed,

    /// <summary>Nobody was at home, and the bag was left.</summary>
    LeftBag,
}

/// <summary>Results by their names in orders.</summary>
public static class VisitResults
{
    private static readonly Dictionary<string, VisitResult> All = new(StringComparer.Ordinal)
    {
        ["done"] = VisitResult.Done,
        ["not-home"] = VisitResult.NotHome,
        ["wrong-address"] = VisitResult.WrongAddress,
        ["refused-at-door"] = VisitResult.RefusedAtDoor,
        ["postponed"] = VisitResult.Postponed,
        ["left-bag"] = VisitResult.LeftBag,
    };

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The result; null for any other text.</returns>
    public static VisitResult? Of(string? name) => name is not null && All.TryGetValue(name, out var result) ? result : null;
}
