using System.Globalization;
using Notifieringar.Planning.Reports;

namespace Notifieringar.Web.Staff;

/// <summary>How the numbers of a report are named and written.</summary>
internal static class FunnelWords
{
    /// <summary>What a programme aims at: so many of those who were reached say yes or collect.</summary>
    public const double Goal = 0.9;

    /// <summary>The numbers of a funnel in the order they are told, by the end of their word's key.</summary>
    public static IReadOnlyList<(string Name, int? Number)> Of(ShownFunnel funnel) =>
    [
        ("invited", funnel.Invited), ("reached", funnel.Reached), ("yes", funnel.Yes), ("visited", funnel.Visited), ("collected", funnel.Collected),
        ("declined", funnel.Declined), ("noContact", funnel.NoContact),
    ];

    /// <summary>A number, or the sign of a hidden one.</summary>
    public static string Number(int? number) => number is { } known ? known.ToString("N0", StaffWords.Current.Culture) : StaffWords.Current["rapporter.hidden"];

    /// <summary>How many of the reached say yes or collect, in whole per cent, rounded down: 89.9 is not the goal. Empty when nobody was
    /// reached.</summary>
    public static string Accepted(ShownFunnel funnel) => funnel switch
    {
        { Acceptance: { } share } => $"{Math.Floor(Math.Round(share * 100, 6)).ToString("0", CultureInfo.InvariantCulture)} %",
        { Reached: 0 } => "",
        _ => StaffWords.Current["rapporter.hidden"],
    };

    /// <summary>Why something was not said.</summary>
    public static string Reason(string name) =>
        name == NoticeTally.Silenced ? StaffWords.Current["rapporter.silenced"] : StaffWords.Current.Find($"reason.{name}") ?? name;

    /// <summary>A month's name.</summary>
    public static string Month(int index) => StaffWords.Current.Culture.DateTimeFormat.GetAbbreviatedMonthName(index + 1);
}
