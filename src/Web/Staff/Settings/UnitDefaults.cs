using System.Globalization;
using Notifieringar.Model;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Settings;

/// <summary>What holds where a unit's rules say nothing, as it stands in the fields: read from the rules as they are understood.</summary>
internal static class UnitDefaults
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static IReadOnlyDictionary<string, string> Of(UnitRules rules) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["quietFrom"] = Time.Format(rules.QuietFrom),
        ["quietTo"] = Time.Format(rules.QuietTo),
        ["letterRunAt"] = Time.Format(rules.LetterRunAt),
        ["envelope"] = rules.Envelope,
        ["comesUnlessNo"] = Flag(rules.ComesUnlessNo),
        ["asksAgainAfterNo"] = Flag(rules.AsksAgainAfterNo),
        ["allowsUnreviewedTexts"] = Flag(rules.AllowsUnreviewedTexts),
        ["allowsStaleTexts"] = Flag(rules.AllowsStaleTexts),
        ["staleAfterDays"] = Number(rules.StaleAfterDays),
        ["capTouches"] = Number(rules.CapTouches),
        ["capDays"] = Number(rules.CapDays),
        ["retention"] = UnitValues.Of(rules.Retention),
        ["secondApprovalAbove"] = Number(rules.SecondApprovalAbove),
    };

    private static string Flag(bool isSo) => isSo ? "ja" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
