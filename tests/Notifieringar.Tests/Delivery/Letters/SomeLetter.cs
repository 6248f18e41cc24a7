using Notifieringar.Delivery.Letters;

namespace Notifieringar.Tests.Delivery.Letters;

internal static class SomeLetter
{
    public static LetterText Text(string html = "<h1>Hej!</h1><p>Boken finns här.</p>", string language = "sv", bool rightToLeft = false) =>
        new(language, rightToLeft, html, "Svara här", "Kod");

    public static LetterToPrint With(
        string reference = "n1", string[]? address = null, LetterText? primary = null, LetterText? swedish = null,
        string? answerUrl = "https://bibliotek.example.se/s/K7MPQ4RT", string senderName = "Hylte bibliotek") => new(
            reference,
            [.. address ?? ["Åsa-Märta O'Neil von Essen", "Björkvägen 12", "314 31 HYLTEBRUK"]],
            senderName,
            ["Storgatan 8", "314 34 HYLTEBRUK"],
            primary ?? Text(),
            swedish,
            answerUrl,
            "K7MP-Q4RT",
            "070-174 06 05",
            "3 februari 2025");
}
