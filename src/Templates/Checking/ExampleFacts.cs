using NodaTime;

namespace Notifieringar.Templates.Checking;

/// <summary>A family, a visit and a library that take as much room as most do, to judge how long a text becomes.</summary>
internal static class ExampleFacts
{
    public static NoticeFacts In(string language) => new(
        language,
        GuardianName: "Alexandra Andersson",
        ChildNames: ["Alexandra", "Maximilian"],
        Starts: new LocalDateTime(2025, 9, 24, 10, 30),
        Minutes: 45,
        AtYourHome: true,
        ComesUnlessNo: true,
        SenderName: "Exempelstads bibliotek",
        Phone: "070-174 06 05",
        AnswerUrl: "https://svar.example.se/k/ab12cd34ef",
        ShortCode: "AB12C-D34EF",
        Occasion: new OccasionFacts("Exempelstads bibliotek", new LocalDate(2025, 9, 24), Items: 3, Session: 3, Sessions: 6),
        Campaign: new CampaignFacts("En rad från biblioteket.", "https://bibliotek.example.se/tips"));
}
