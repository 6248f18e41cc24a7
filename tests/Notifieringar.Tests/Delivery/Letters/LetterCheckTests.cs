using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class LetterCheckTests
{
    private static readonly LettersOptions Options =
        LetterPrinting.ReadOptions(new ConfigurationBuilder().Build(), AppContext.BaseDirectory);

    private static readonly LetterFonts Fonts = new(Options.FontsFolder);

    private static LetterProblemKind? Problem(LetterToPrint letter) => LetterCheck.Problem(letter, Fonts);

    [Fact]
    public void Letter_WithAllItNeeds_HasNoProblem() => Assert.Null(Problem(SomeLetter.With()));

    [Fact]
    public void Address_OnlyBlankLines_NoAddress() =>
        Assert.Equal(LetterProblemKind.NoAddress, Problem(SomeLetter.With(address: ["", " "])));

    [Theory]
    [InlineData("<p>Hej</p></div><div>I fönstret</div>")]
    [InlineData("<p>Hej")]
    [InlineData("<p>Hej</strong></p>")]
    [InlineData("<p onclick=\"x()\">Hej</p>")]
    [InlineData("<p style=\"position:fixed\">Hej</p>")]
    [InlineData("<script>x()</script>")]
    [InlineData("<p><img src=\"https://example.se/x\"></p>")]
    [InlineData("<p><!-- dold --></p>")]
    [InlineData("Hej utan stycke")]
    [InlineData("<p>Hej</p>efter")]
    [InlineData("<ul><p>Hej</p></ul>")]
    [InlineData("<p><li>Hej</li></p>")]
    [InlineData("")]
    public void Markup_ThatALetterMayNotHave_IsAProblem(string html)
    {
        Assert.Equal(LetterProblemKind.BadMarkup, Problem(SomeLetter.With(primary: SomeLetter.Text(html))));
        Assert.Equal(LetterProblemKind.BadMarkup, Problem(SomeLetter.With(swedish: SomeLetter.Text(html))));
    }

    [Theory]
    [InlineData("<h1>Hej</h1>\n<p>Ring <bdi dir=\"ltr\">070-174 06 05</bdi>,<br>eller <strong>kom</strong>.</p>\n")]
    [InlineData("<ul><li>Ja</li><li><a href=\"https://example.se/?a=1&amp;b=2\">Nej</a></li></ul>")]
    [InlineData("<p lang=\"fi\">2 &lt; 3 &amp; 4 &gt; 3</p>")]
    public void Markup_OfALetter_IsNoProblem(string html) => Assert.Null(Problem(SomeLetter.With(primary: SomeLetter.Text(html))));

    [Theory]
    [InlineData("ខ្មែរ")]
    [InlineData("&#6016;")]
    [InlineData("😀")]
    public void Character_ThatNoFontHas_IsAProblem(string text) =>
        Assert.Equal(LetterProblemKind.MissingGlyph, Problem(SomeLetter.With(primary: SomeLetter.Text($"<p>{text}</p>"))));

    [Theory]
    [InlineData("Wałęsa Čapek Đorđe Şahin Ŋiibbiid")]
    [InlineData("Вівторок Ґалаґан")]
    [InlineData("سێشەممە پنجشنبه ګڼ")]
    [InlineData("Nguyễn Văn Đạt")]
    [InlineData("Μαρία")]
    public void Character_OfALanguageWeWriteIn_CanBeDrawn(string name) => Assert.Null(Problem(SomeLetter.With(address: [name, "Storgatan 1"])));

    [Theory]
    [InlineData("/s/K7MPQ4RT")]
    [InlineData("inte en adress")]
    public void AnswerUrl_NotAbsolute_IsAProblem(string url) =>
        Assert.Equal(LetterProblemKind.BadAnswerUrl, Problem(SomeLetter.With(answerUrl: url)));

    [Fact]
    public void Document_TakesOnlyTheFontsItUses()
    {
        string Css(string text) => LetterDocument.Build([(0, SomeLetter.With(primary: SomeLetter.Text($"<p>{text}</p>")))], EnvelopeProfile.C5H2, Fonts);
        Assert.DoesNotContain("U+0600", Css("Hej"), StringComparison.Ordinal);
        Assert.Contains("U+0600", Css("مرحباً"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrintAsync_MoreThanFiveHundred_IsRefused()
    {
        await using var printer = new LetterPrinter(Options, TimeProvider.System, NullLogger<LetterPrinter>.Instance);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            printer.PrintAsync([.. Enumerable.Repeat(SomeLetter.With(), 501)], EnvelopeProfile.C5H2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PrintAsync_OnlyProblems_NeedsNoBrowser()
    {
        await using var printer = new LetterPrinter(Options, TimeProvider.System, NullLogger<LetterPrinter>.Instance);
        var part = await printer.PrintAsync([SomeLetter.With(address: [])], EnvelopeProfile.C5H2, TestContext.Current.CancellationToken);
        Assert.True(part.Pdf.IsEmpty);
        Assert.Empty(part.Pages);
        Assert.Equal(new LetterProblem("n1", LetterProblemKind.NoAddress), Assert.Single(part.Problems));
        Assert.Null(printer.BrowserProcessId);
    }
}
