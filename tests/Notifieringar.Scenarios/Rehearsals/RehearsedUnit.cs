using System.Globalization;
using System.Text;
using Notifieringar.LocalHost.Demo;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Rehearsals;

/// <summary>A unit whose days are rehearsed and run: its rules and its list of families.</summary>
/// <param name="Rules">The unit's rules, as staff save them.</param>
/// <param name="Families">The import file.</param>
internal sealed record RehearsedUnit(string Rules, byte[] Families)
{
    /// <summary>The demo's library and families.</summary>
    public static async Task<RehearsedUnit> DemoAsync()
    {
        var demo = Path.Combine(Emulator.RepositoryRoot, "demo");
        return new RehearsedUnit(
            await File.ReadAllTextAsync(Path.Combine(demo, "asinge.json")), await File.ReadAllBytesAsync(Path.Combine(demo, "families.csv")));
    }

    /// <summary>A large library: families with a child born in the last two years, and visitors enough for them.</summary>
    public static RehearsedUnit Large(int households, DemoPeriod period)
    {
        const int daysOfBirths = 730;
        const int homesForEachPair = 250;
        string[] languages = ["svenska", "svenska", "svenska", "svenska", "engelska", "arabiska", "somaliska", "tigrinja"];
        var random = new Random(households);
        var csv = new StringBuilder(AFamily.Header);
        for (var number = 0; number < households; number++)
        {
            csv.Append(new AFamily
            {
                Household = string.Create(CultureInfo.InvariantCulture, $"H{number:000000}"),
                Street = string.Create(CultureInfo.InvariantCulture, $"Granstigen {1 + (number % 400)}"),
                Phone = random.Next(10) < 6 ? AFamily.PhoneNumber(number % 48) : "", // those whom every message reaches
                Email = random.Next(10) < 4 ? string.Create(CultureInfo.InvariantCulture, $"familj+{number}@example.se") : "",
                Language = languages[random.Next(languages.Length)],
                Born = period.From.PlusDays(-random.Next(daysOfBirths)),
            }.Line);
        }

        var pairs = Enumerable.Range(1, 1 + (households / homesForEachPair)).Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"Par {pair}\""));
        var rules = $$"""
            {
              "name": "Åsinge bibliotek", "smsSender": "Asinge bibl", "emailFrom": "bibliotek@asinge.example.se", "phone": "070-174 06 05",
              "returnAddress": ["Åsinge bibliotek", "Box 12", "998 20 Kvarnfors"], "shards": 4,
              "visitDays": ["Tuesday", "Wednesday", "Thursday"], "slotTimes": ["09:30", "11:00", "13:00", "14:30"],
              "visitors": [{{string.Join(", ", pairs)}}], "comesUnlessNo": true, "allowsUnreviewedTexts": true
            }
            """;
        return new RehearsedUnit(rules, Encoding.Latin1.GetBytes(csv.ToString()));
    }
}
