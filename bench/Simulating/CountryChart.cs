using System.Globalization;
using System.Text;

namespace Notifieringar.Bench.Simulating;

/// <summary>How long the evening takes with more and more resources of the SMS provider, as a Mermaid chart.</summary>
internal static class CountryChart
{
    private static readonly int[] Resources = [1, 2, 3, 4, 6, 8, 12, 16];

    public static string Of(Country country, MeasuredCosts costs)
    {
        var minutes = Resources.Select(resources => CountryModel.MinutesOf(country with { SmsResources = resources }, costs)).ToList();
        return new StringBuilder("xychart-beta\n")
            .Append(CultureInfo.InvariantCulture, $"  title \"{country.Notices:N0} notices of {country.Units} units\"\n")
            .Append(CultureInfo.InvariantCulture, $"  x-axis \"Communication Services resources\" [{string.Join(", ", Resources)}]\n")
            .Append(CultureInfo.InvariantCulture, $"  y-axis \"minutes\" 0 --> {Math.Ceiling(minutes.Max() / 100) * 100:0}\n")
            .Append("  bar [").AppendJoin(", ", minutes.Select(one => one.ToString("0", CultureInfo.InvariantCulture))).Append("]\n")
            .Append("  line [").AppendJoin(", ", Resources.Select(_ => country.Minutes)).Append("]\n")
            .ToString();
    }
}
