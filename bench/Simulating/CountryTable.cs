using System.Globalization;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Simulating;

/// <summary>The walls of a country's evening, with the first and what moves it.</summary>
internal static class CountryTable
{
    public static Measurement Of(Country country, MeasuredCosts costs)
    {
        var walls = CountryModel.WallsOf(country, costs);
        return new Measurement(
            "simulate",
            string.Create(CultureInfo.InvariantCulture, $"{country.Notices:N0} notices of {country.Units} units in {country.Minutes} minutes; modelled, not measured"),
            [.. walls.Select(wall => new Row(wall.Name, wall.Minutes, "min") { Baseline = new Baseline(walls[0].Minutes, "the first wall"), Target = Target.AtMost(wall.Most) })])
        {
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture, $"Measured: {costs.StorageCalls:0.000} storage calls and {costs.ProcessorMicroseconds:0} µs of processor time a notice, {costs.LettersPerSecond:0} letters a second."),
                $"The first wall is {walls[0].Name}. What moves it: {walls[0].Moves}.",
                $"The next is {walls[1].Name}. What moves it: {walls[1].Moves}.",
            ],
        };
    }
}
