using System.Text;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class LetterHtmlTests
{
    private static string Html(LetterToPrint letter, EnvelopeProfile? envelope = null)
    {
        var html = new StringBuilder();
        LetterHtml.Append(html, 7, letter, envelope ?? EnvelopeProfile.C5H2);
        return html.ToString();
    }

    [Theory]
    [InlineData("<b>Bo</b>", "&lt;b&gt;Bo&lt;/b&gt;")]
    [InlineData("</address><h1>Liv</h1>", "&lt;/address&gt;&lt;h1&gt;Liv&lt;/h1&gt;")]
    [InlineData("{{7*7}}", "{{7*7}}")]
    [InlineData("Ek & \"Alm\"", "Ek &amp; &quot;Alm&quot;")]
    public void AddressLine_WithMarkup_IsPrintedAsWritten(string line, string expected) =>
        Assert.Contains($"<div><bdi>{expected}</bdi></div>", Html(SomeLetter.With(address: [line, "Storgatan 1"])), StringComparison.Ordinal);

    [Fact]
    public void Address_BlankLines_AreLeftOut()
    {
        var html = Html(SomeLetter.With(address: ["Sukarno", "", "  ", "Box 12", "314 31 HYLTEBRUK"]));
        Assert.Contains("<bdi>Sukarno</bdi></div><div><bdi>Box 12</bdi></div>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi></bdi>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_IsPrintedNowhere() =>
        Assert.DoesNotContain("hemlig-referens", Html(SomeLetter.With(reference: "hemlig-referens")), StringComparison.Ordinal);

    [Fact]
    public void RightToLeftText_HasItsLanguageAndDirection_AndNumbersRunLeftToRight()
    {
        var html = Html(SomeLetter.With(primary: SomeLetter.Text("<p>مرحباً</p>", "ar", true), swedish: SomeLetter.Text()));
        Assert.Contains("<div class=\"text primary\" lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text swedish\" lang=\"sv\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\">070-174 06 05</bdi>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingToAnswer_NoBox() => Assert.DoesNotContain(
        "class=\"answer\"", Html(SomeLetter.With(answerUrl: null) with { ShortCode = null, PhoneForHelp = "" }), StringComparison.Ordinal);

    [Fact]
    public void FoldMark_OnlyWhereTheSheetIsFolded()
    {
        Assert.Contains("top:99mm", Html(SomeLetter.With(), EnvelopeProfile.E65V2), StringComparison.Ordinal);
        Assert.Contains("top:198mm", Html(SomeLetter.With(), EnvelopeProfile.E65V2), StringComparison.Ordinal);
        Assert.Contains("top:148.5mm", Html(SomeLetter.With()), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"fold\"", Html(SomeLetter.With(), EnvelopeProfile.C4H2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bibliotek.example.se/s/K7MPQ4RT", true)]
    [InlineData("bibliotek.example.se", true)]
    [InlineData("https://bibliotek.example.se/", false, 214)]
    public void Qr_IsDrawnUnlessTooLongForPaper(string text, bool drawn, int padTo = 0) =>
        Assert.Equal(drawn, QrSvg.Draw(text.PadRight(padTo, 'x')) is not null);
}
