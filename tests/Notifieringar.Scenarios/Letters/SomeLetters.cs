using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Notifieringar.Delivery.Letters;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Invented letters, and the printer as a process would have it.</summary>
internal static class SomeLetters
{
    public const string LongName = "Wolfeschlegelsteinhausen-Featherstonehaugh von Essen Åkerlund";

    private const string SwedishHtml = """
        <h1>Välkommen till en stund med böcker</h1><p>Hej!</p>
        <p>Vi vill gärna komma hem till er med en bok i present till <strong>Liv</strong>, <strong>tisdag 4 mars kl. <bdi dir="ltr">14:05</bdi></strong>. Besöket tar ungefär en halvtimme och kostar ingenting.</p>
        <ul><li>Passar tiden? Svara ja.</li><li>Passar den inte? Välj en annan dag.</li></ul><p>Varma hälsningar<br>Biblioteket</p>
        """;

    private const string ArabicHtml = """
        <h1>أهلاً بكم في لقاء مع الكتب</h1><p>مرحباً!</p>
        <p>نودّ نحن في المكتبة أن نزوركم في البيت ومعنا كتاب هدية إلى <strong><bdi>Liv</bdi></strong>. اقترحنا لكم موعداً يوم <strong>الثلاثاء 4 مارس الساعة <bdi dir="ltr">14:05</bdi></strong>.</p>
        <ul><li>هل الموعد مناسب؟ أجيبوا بنعم.</li></ul><p>مع أطيب التحيات</p>
        """;

    public static LetterText Swedish { get; } = new("sv", false, SwedishHtml, "Svara här", "Kod");

    public static LetterText Arabic { get; } = new("ar", true, ArabicHtml, "أجيبوا هنا", "الرمز");

    public static LettersOptions Options { get; } = LetterPrinting.ReadOptions(new ConfigurationBuilder().Build(), AppContext.BaseDirectory);

    public static LetterPrinter Printer() => new(Options, TimeProvider.System, NullLogger<LetterPrinter>.Instance);

    public static LetterText WithParagraphs(LetterText text, int count) => text with
    {
        Html = text.Html + string.Concat(Enumerable.Repeat("<p>Ett stycke till om boken, besöket och språket, så att brevet blir längre än en sida.</p>", count)),
    };

    public static LetterToPrint Letter(string reference, LetterText primary, LetterText? swedish = null, params string[] address) => new(
        reference,
        [.. address.Length > 0 ? address : ["Åsa-Märta O'Neil von Essen", "c/o Lindqvist", "Björkvägen 12 lgh 1101", "314 31 HYLTEBRUK"]],
        "Hylte bibliotek",
        ["Storgatan 8", "314 34 HYLTEBRUK"],
        primary,
        swedish,
        "https://bibliotek.example.se/s/K7MPQ4RT",
        "K7MP-Q4RT",
        "070-174 06 05",
        "3 februari 2025");
}
