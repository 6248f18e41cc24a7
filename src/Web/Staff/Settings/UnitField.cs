using System.Collections.Immutable;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>How a field of the unit's form is filled in.</summary>
internal enum UnitFieldKind
{
    /// <summary>One line, needed.</summary>
    Line,

    /// <summary>Lines, at least one.</summary>
    Lines,

    /// <summary>Lines, or none.</summary>
    OptionalLines,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>Times of day, one a line.</summary>
    Times,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Kronor, or nothing.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Days of the week.</summary>
    Days,

    /// <summary>First and last days of periods.</summary>
    Periods,

    /// <summary>A language and a number a line, or nothing.</summary>
    Counts,

    /// <summary>Months by what is kept; all of them, or none that changes anything.</summary>
    Months,

    /// <summary>One of the envelopes.</summary>
    Envelope,
}

/// <summary>A field of the unit's form.</summary>
/// <param name="Name">The property's name in the unit's rules (docs/units.md), the field's name, and the key of its texts.</param>
/// <param name="Kind">How it is filled in.</param>
internal sealed record UnitField(string Name, UnitFieldKind Kind)
{
    /// <summary>The form, group by group; a group's name is the key of its heading.</summary>
    public static ImmutableArray<(string Group, ImmutableArray<UnitField> Fields)> Groups { get; } =
    [
        ("signature", [new("name", UnitFieldKind.Line), new("phone", UnitFieldKind.Line), new("returnAddress", UnitFieldKind.Lines), new("envelope", UnitFieldKind.Envelope)]),
        ("sending",
        [
            new("smsSender", UnitFieldKind.Line), new("emailFrom", UnitFieldKind.Line), new("quietFrom", UnitFieldKind.Time), new("quietTo", UnitFieldKind.Time),
            new("letterRunAt", UnitFieldKind.Time),
        ]),
        ("visits",
        [
            new("visitDays", UnitFieldKind.Days), new("slotTimes", UnitFieldKind.Times), new("visitors", UnitFieldKind.Lines), new("closed", UnitFieldKind.Periods),
            new("visitAreas", UnitFieldKind.OptionalLines), new("comesUnlessNo", UnitFieldKind.Flag), new("asksAgainAfterNo", UnitFieldKind.Flag),
            new("bags", UnitFieldKind.Counts),
        ]),
        ("care",
        [
            new("staleAfterDays", UnitFieldKind.Number), new("capTouches", UnitFieldKind.Number), new("capDays", UnitFieldKind.Number),
            new("secondApprovalAbove", UnitFieldKind.Number), new("smsPrice", UnitFieldKind.Money), new("letterPrice", UnitFieldKind.Money),
        ]),
        ("keeping", [new("retention", UnitFieldKind.Months)]),
        ("texts", [new("allowsUnreviewedTexts", UnitFieldKind.Flag), new("allowsStaleTexts", UnitFieldKind.Flag)]),
    ];

    /// <summary>All fields.</summary>
    public static ImmutableArray<UnitField> All { get; } = [.. Groups.SelectMany(group => group.Fields)];
}
