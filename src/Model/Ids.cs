using System.Diagnostics.CodeAnalysis;

namespace Notifieringar.Model;

/// <summary>A municipality's library service: the wall between tenants. Lower-case letters, digits and hyphens, at most 40 characters.</summary>
/// <param name="Value">The id as it stands in storage keys.</param>
public readonly record struct UnitId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Ids as they come from outside.</summary>
public static class Ids
{
    private const int Length = 32;

    /// <summary>Tells whether a text may be the id of a person, a child or an import.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for 32 lower-case hex digits.</returns>
    public static bool IsWellFormed([NotNullWhen(true)] string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>A person we reach. 32 lower-case hex digits, uniformly distributed, so that a key range is a fair chunk.</summary>
/// <param name="Value">The id as it stands in storage keys.</param>
public readonly record struct PersonId(string Value) : IComparable<PersonId>
{
    /// <summary>Orders as the Table service orders row keys.</summary>
    /// <param name="other">The id to compare with.</param>
    /// <returns>Less than, equal to or greater than zero.</returns>
    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>Orders by key.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(PersonId left, PersonId right) => left.CompareTo(right) < 0;

    /// <summary>Orders by key.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(PersonId left, PersonId right) => left.CompareTo(right) > 0;

    /// <summary>Orders by key.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(PersonId left, PersonId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by key.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(PersonId left, PersonId right) => left.CompareTo(right) >= 0;
}

/// <summary>A child inside a household; the same id in both homes of a child with two. Never a personal identity number.</summary>
/// <param name="Value">Lower-case hex digits.</param>
public readonly record struct ChildId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A concrete time and place of a programme. Derived from what it is for, so that planning it twice gives the same id.</summary>
/// <param name="Value">Lower-case hex digits.</param>
public readonly record struct OccasionId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
