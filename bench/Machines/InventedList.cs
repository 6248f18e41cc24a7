using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Bench.Machines;

/// <summary>A list of invented families, as a register writes it: one child in each, born on any day of some months.</summary>
internal static class InventedList
{
    private const string Header =
        "Hushåll;Barn;Vårdnadshavare förnamn;Vårdnadshavare efternamn;C/o;Adress;Postnummer;Ort;Mobil;E-post;Språk;Barnets förnamn;Födelsedatum;Bor här;Avliden;Skyddad;Avböjt\r\n";

    private static readonly string[] Given =
        ["Maja", "Åsa", "Bo", "Cecilia", "Daniel", "Elin", "Fatima", "Gunnar", "Hanna", "Ida", "Jonas", "Karin", "Leila", "Mats", "Nora", "Olle", "Petra", "Rut", "Sven", "Tove"];

    private static readonly string[] Family =
        ["Provström", "Ek", "Björk", "Lind", "Alm", "Asp", "Rönn", "Gran", "Tall", "Hassel", "Dahlprov", "Fors", "Vik", "Näs", "Östprov", "Strand", "Åkerprov", "Sjö", "Holm", "Uddprov"];

    private static readonly string[] Languages = ["svenska", "arabiska", "engelska", "svenska", "svenska", "somaliska", "svenska"];

    /// <summary>The list in UTF-8 with a mark.</summary>
    /// <param name="families">How many rows.</param>
    /// <param name="youngest">The last day on which a child was born.</param>
    /// <param name="days">How many days before that one children were born.</param>
    public static byte[] Of(int families, LocalDate youngest, int days)
    {
        var text = new StringBuilder("\uFEFF", families * 160).Append(Header);
        for (var number = 0; number < families; number++)
        {
            var born = LocalDatePattern.Iso.Format(youngest.PlusDays(-(int)((long)number * 7919 % days)));
            text.Append(CultureInfo.InvariantCulture, $"H{number:000000};H{number:000000}-1;{GivenName(number)};{FamilyName(number)};;")
                .Append(CultureInfo.InvariantCulture, $"Granstigen {1 + (number % 200)};998{number % 100:00};Provby;")
                .Append(number % 10 < 8 ? Phone(number) : "").Append(';')
                .Append(number % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"familj+{number}@example.se") : "").Append(';')
                .Append(CultureInfo.InvariantCulture, $"{Languages[number % Languages.Length]};Tuva;{born};J;N;N;N\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string GivenName(int number) => Given[number % Given.Length];

    public static string FamilyName(int number) => Family[number / Given.Length % Family.Length];

    // 05 to 99 are free for fiction; after 52 come some of which the sandbox knows that they do not work.
    private static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"070-17406{5 + (number % 48):00}");
}
