using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Browser;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Looks at the pages as a person would: a browser without fonts prints blank pages and reports no error.</summary>
public sealed class LetterPictureTests
{
    private const double PixelsPerMm = 96 / 25.4;
    private const double PageHeight = 296;

    public static TheoryData<string> Shipped => [.. EnvelopeProfile.Shipped.Select(p => p.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<List<Picture>> PagesAsync(EnvelopeProfile envelope, params LetterToPrint[] letters)
    {
        var fonts = new LetterFonts(SomeLetters.Options.FontsFolder);
        var chromium = await ChromiumPackage.UnpackAsync(SomeLetters.Options, Token);
        await using var browser = await ChromiumProcess.StartAsync(chromium, TimeProvider.System, Token);
        var page = await browser.OpenPageAsync(Token);
        await page.ShowAsync(LetterDocument.Build(letters.Select((l, i) => (i, l)), envelope, fonts), Token);
        var measured = await page.EvaluateAsync(EmbeddedText.Read("letter.js"), Token);
        Assert.All(measured.EnumerateArray(), l => Assert.Null(l.GetProperty("problem").GetString()));
        var pages = new List<Picture>();
        for (var i = 0; i < measured.EnumerateArray().Sum(l => l.GetProperty("pages").GetInt32()); i++)
        {
            pages.Add(Picture.Decode(await page.PictureAsync(0, i * PageHeight * PixelsPerMm, 210 * PixelsPerMm, PageHeight * PixelsPerMm, 1, Token)));
        }

        return pages;
    }

    private static int Ink(Picture page, MillimetreBox box) =>
        page.Ink(box.X * PixelsPerMm, box.Y * PixelsPerMm, box.Right * PixelsPerMm, box.Bottom * PixelsPerMm);

    private static MillimetreBox Text(EnvelopeProfile envelope, double height) => new(0, LetterGeometry.TextTop(envelope), 210, height);

    [Theory, MemberData(nameof(Shipped))]
    public async Task InTheWindow_NothingButTheAddressIsSeen_HoweverTheSheetSlides(string name)
    {
        var envelope = EnvelopeProfile.Shipped.Single(p => p.Name == name);
        var pages = await PagesAsync(
            envelope,
            SomeLetters.Letter("plain", SomeLetters.Swedish),
            SomeLetters.Letter("long name", SomeLetters.Arabic, SomeLetters.Swedish, SomeLetters.LongName, "Björkvägen 12 lgh 1101", "314 31 HYLTEBRUK")
                with
            { SenderName = "Folkbiblioteken i Södra Norrlands inland" });
        foreach (var front in pages.Where((_, i) => i % 2 == 0))
        {
            var address = Ink(front, envelope.AddressArea);
            Assert.True(address > 300, $"the address is printed ({address})");
            Assert.Equal(address, Ink(front, envelope.KeepClear));
        }
    }

    [Fact]
    public async Task ASwedishLetter_FillsItsFront_FromTheLeft_AndItsBackIsBlank()
    {
        var envelope = EnvelopeProfile.C5H2;
        var pages = await PagesAsync(envelope, SomeLetters.Letter("a", SomeLetters.Swedish));
        Assert.Equal(2, pages.Count);
        Assert.True(Ink(pages[0], LetterGeometry.Sender(envelope)) > 300, "the sender");
        Assert.True(Ink(pages[0], Text(envelope, 60)) > 5000, "the text");
        Assert.True(Ink(pages[0], new(24, 235, 60, 50)) > 5000, "the QR code");
        Assert.True(Ink(pages[0], new(75, 235, 110, 50)) > 1500, "the captions");
        Assert.Equal(0, Ink(pages[1], new(0, 0, 210, PageHeight)));
        Assert.True(Ink(pages[0], Left(envelope)) > 2 * Ink(pages[0], Right(envelope)), "begins at the left");
    }

    [Fact]
    public async Task AnArabicLetter_BeginsAtTheRight()
    {
        var envelope = EnvelopeProfile.C5H2;
        var pages = await PagesAsync(envelope, SomeLetters.Letter("a", SomeLetters.Arabic));
        Assert.True(Ink(pages[0], Text(envelope, 60)) > 3000, "the text");
        Assert.True(Ink(pages[0], Right(envelope)) > 2 * Ink(pages[0], Left(envelope)), "begins at the right");
    }

    [Fact]
    public async Task TwoLanguages_ShareTheFrontWhenTheyFit_ElseSwedishIsOnTheBack_ElseEachHasItsSheet()
    {
        var envelope = EnvelopeProfile.C5H2;
        var shortText = new LetterText("fi", false, "<h1>Hei!</h1><p>Kirjat odottavat kirjastossa.</p>", "Vastaa", "Koodi");
        var pages = await PagesAsync(
            envelope,
            SomeLetters.Letter("front", shortText, shortText with { Language = "sv" }),
            SomeLetters.Letter("back", SomeLetters.WithParagraphs(SomeLetters.Arabic, 3), SomeLetters.WithParagraphs(SomeLetters.Swedish, 3)),
            SomeLetters.Letter("sheets", SomeLetters.WithParagraphs(SomeLetters.Arabic, 14), SomeLetters.Swedish));
        Assert.Equal(8, pages.Count);
        bool[] hasInk = [.. pages.Select(p => Ink(p, new(0, 0, 210, PageHeight)) > 1000)];
        Assert.Equal([true, false, true, true, true, true, true, false], hasInk);
    }

    // The ends of the lines below the date: full lines are in both, the short ones only where the language begins.
    private static MillimetreBox Left(EnvelopeProfile envelope) => new(24, LetterGeometry.TextTop(envelope) + 9, 40, 75);

    private static MillimetreBox Right(EnvelopeProfile envelope) => Left(envelope) with { X = 146 };
}
