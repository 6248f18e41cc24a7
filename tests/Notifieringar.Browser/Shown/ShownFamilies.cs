using NodaTime;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>Invented families, as many and as different as a small library has.</summary>
internal static class ShownFamilies
{
    public static AFamily Somali { get; } = Of(3, "Hodan", "Warsame", "Ekvägen 12", "somaliska", "Ayaan");

    public static AFamily Protected { get; } = Of(11, "Hemlig", "Skyddsson", "Okänd väg 1", "svenska", "Gömd");

    public static AFamily Grieving { get; } = Of(12, "Karin", "Sorgfors", "Åbrinken 2", "svenska", "Vilja");

    /// <summary>Rows that must be mended before they can be read.</summary>
    public static string Unreadable { get; } =
        "H990;H990-Bo;Bo;Felström;;Granstigen 9;99810;Provby;070-1740690;;svenska;Bo;2024-13-45;J;N;N;N\r\n"
        + "H991;H991-Siv;Siv;Felström;;Granstigen 9;9981;Provby;07;inte-en-adress;klingonska;Siv;2024-09-01;J;N;N;N\r\n";

    public static IReadOnlyList<AFamily> All { get; } =
    [
        Of(0, "Maja", "Lindqvist", "Granstigen 4", "svenska", "Tuva"),
        Of(1, "Amira", "Haddad", "Kyrkogatan 8 A lgh 1102", "arabiska", "Salma"),
        Of(2, "Sofia", "Åkerblom", "Storgatan 31", "svenska", "Sixten"),
        Somali,
        Of(4, "Oksana", "Kovalenko", "Björkbacken 7", "ukrainska", "Danylo"),
        Of(5, "Johan", "Ek", "Sjövägen 3", "lättläst", "Alma"),
        Of(6, "Leyla", "Demir", "Torggatan 5", "turkiska", "Emir"),
        Of(7, "Katarzyna", "Nowak", "Stationsgatan 19", "polska", "Zofia"),
        Of(8, "Shirin", "Rahimi", "Parkgatan 2", "persiska", "Arvin"),
        Of(9, "Elina", "Korhonen", "Tallvägen 40", "finska", "Aino"),
        Of(10, "Alexandra Margareta", "von Tännforsen-Berggren", "Herrgårdsallén 1", "engelska", "Maximilian"),
        Protected,
        Grieving,
        Of(13, "Selam", "Tesfay", "Skolgatan 6", "tigrinska", "Natnael"),
        Of(14, "Dilan", "Karim", "Skolgatan 8", "sorani", "Zhyar"),
    ];

    /// <summary>Those whose children are too old to be visited: they stand on the library's list all the same.</summary>
    public static IReadOnlyList<AFamily> Older { get; } =
    [
        .. new[] { "Agnes", "Bo", "Disa", "Erland", "Fatma", "Gerd", "Hugo", "Inga" }.Select((given, index) =>
            Of(20 + index, given, "Provholm", $"Ljungvägen {1 + index}", "svenska", $"{given}s barn") with { Born = new LocalDate(2022, 3, 1 + index) }),
    ];

    private static AFamily Of(int index, string given, string family, string street, string language, string child) => new()
    {
        GivenName = given,
        FamilyName = family,
        Street = street,
        Language = language,
        Child = child,
        Born = new LocalDate(2024, 8, 26).PlusDays(index % 5),
        Phone = AFamily.PhoneNumber(index),
        Email = $"familj{index}@example.se",
    };
}
