using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Visits;

/// <summary>A row of an import file: an invented family with a baby.</summary>
internal sealed record AFamily
{
    private static int _last;

    public static string Header =>
        "Hushåll;Barn;Vårdnadshavare förnamn;Vårdnadshavare efternamn;C/o;Adress;Postnummer;Ort;Mobil;E-post;Språk;Barnets förnamn;Födelsedatum;Bor här;Avliden;Skyddad;Avböjt\r\n";

    public string Household { get; init; } = $"H{Interlocked.Increment(ref _last):000}";

    public string? ChildReference { get; init; }

    public string GivenName { get; init; } = "Maja";

    public string FamilyName { get; init; } = "Provström";

    public string CareOf { get; init; } = "";

    public string Street { get; init; } = "Granstigen 4";

    public string PostalCode { get; init; } = "99810";

    public string Town { get; init; } = "Provby";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Language { get; init; } = "svenska";

    public string Child { get; init; } = "Tuva";

    public LocalDate Born { get; init; } = new(2024, 9, 1);

    public bool LivesHere { get; init; } = true;

    public bool Deceased { get; init; }

    public bool Protected { get; init; }

    public bool OptedOut { get; init; }

    public string Line => string.Join(
        ';',
        Household,
        ChildReference ?? $"{Household}-{Child}",
        GivenName,
        FamilyName,
        CareOf,
        Street,
        PostalCode,
        Town,
        Phone,
        Email,
        Language,
        Child,
        LocalDatePattern.Iso.Format(Born),
        Yes(LivesHere),
        Yes(Deceased),
        Yes(Protected),
        Yes(OptedOut)) + "\r\n";

    /// <summary>An invented mobile number; numbers 05 to 99 are free for fiction.</summary>
    public static string PhoneNumber(int index) => string.Create(CultureInfo.InvariantCulture, $"070-17406{5 + (index % 95):00}");

    private static string Yes(bool flag) => flag ? "J" : "N";
}
