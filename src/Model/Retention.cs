namespace Notifieringar.Model;

/// <summary>How many months a unit keeps what it no longer needs.</summary>
/// <param name="Households">A household that no import has confirmed for so long is erased.</param>
/// <param name="AgedOut">The same, once its children are too old for every programme.</param>
/// <param name="Contacts">People at work and organisations that nothing has confirmed for so long are erased.</param>
/// <param name="Notices">What has been said, by the ledger.</param>
/// <param name="Inbox">Messages from people.</param>
/// <param name="Imports">How imports went.</param>
/// <param name="CallList">What stands on staff's list.</param>
/// <param name="Letters">Printed letters and whose pages they are, from the day they were printed.</param>
/// <param name="Audit">Who has done what.</param>
public sealed record Retention(
    int Households = 12,
    int AgedOut = 2,
    int Contacts = 36,
    int Notices = 24,
    int Inbox = 6,
    int Imports = 12,
    int CallList = 6,
    int Letters = 3,
    int Audit = 24)
{
    /// <summary>The longest that anything may be kept, in months.</summary>
    public const int Longest = 120;

    /// <summary>The shortest for what later decisions are made from: whether something was said this year, what last month's list was like.</summary>
    public static Retention Shortest { get; } = new(Households: 2, AgedOut: 1, Contacts: 2, Notices: 13, Inbox: 1, Imports: 3, CallList: 1, Letters: 1, Audit: 6);

    /// <summary>What holds unless the unit says otherwise.</summary>
    public static Retention Usual { get; } = new();

    /// <summary>The names of the values, as unit rules have them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Usual.Named.Select(value => value.Name)];

    /// <summary>The name of the first value that is out of its bounds; null when none is.</summary>
    public string? OutOfBounds => Named.Zip(Shortest.Named)
        .Where(pair => pair.First.Months < pair.Second.Months || pair.First.Months > Longest)
        .Select(pair => pair.First.Name)
        .FirstOrDefault();

    /// <summary>A value by its name.</summary>
    /// <param name="name">The name, as unit rules have it.</param>
    /// <returns>Months.</returns>
    public int MonthsOf(string name) => Named.Single(value => value.Name == name).Months;

    private (string Name, int Months)[] Named =>
    [
        ("households", Households), ("agedOut", AgedOut), ("contacts", Contacts), ("notices", Notices), ("inbox", Inbox),
        ("imports", Imports), ("callList", CallList), ("letters", Letters), ("audit", Audit),
    ];
}
