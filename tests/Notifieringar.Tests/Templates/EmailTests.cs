using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class EmailTests
{
    [Fact]
    public void Reminder_Swedish_HasSubjectFragmentAndPlainText()
    {
        var text = SomeNotice.Rendered(SomeNotice.Shipped("reminder", Channel.Email, "sv"), SomeNotice.Facts());

        Assert.Equal("Påminnelse: tisdag 4 mars kl. 10.00", text.Subject);
        Assert.StartsWith("<p>Hej <bdi>Åsa Berg</bdi>!</p>", text.Body, StringComparison.Ordinal);
        Assert.Equal(
            """
            Hej Åsa Berg!

            Snart ses vi! En bibliotekarie från Hylte bibliotek kommer hem till er med böcker i present.

            tisdag 4 mars kl. 10.00

            Besöket tar ungefär 45 minuter. Det är gratis och frivilligt, och ni behöver inte förbereda något.

            Passar det inte? Ring 070-1740605, så hittar vi en annan tid. Ni kan också ändra ert svar: https://svar.example.se/k/ab12cd34.

            Varma hälsningar från oss på Hylte bibliotek
            """.ReplaceLineEndings("\n"),
            text.PlainText);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    [InlineData("ar")]
    public void Email_OtherFamilyMembersLooking_SeesNoChildsName(string language)
    {
        foreach (var shipped in ShippedTexts.All.Where(text => text.Key.Channel == Channel.Email && text.Key.Language == language))
        {
            var text = SomeNotice.Rendered(shipped, SomeNotice.Facts(language));

            Assert.DoesNotContain("Alva", text.Subject + text.Body + text.PlainText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Subject_Arabic_KeepsDateAndTimeLeftToRight() =>
        Assert.Equal(
            "تذكير: الثلاثاء 4 مارس (\u20662025-03-04\u2069)، الساعة \u206610:00\u2069",
            SomeNotice.Rendered(SomeNotice.Shipped("reminder", Channel.Email, "ar"), SomeNotice.Facts("ar")).Subject);

    [Theory]
    [InlineData("<p>A &amp; B &lt;b&gt;</p>", "A & B <b>")]
    [InlineData("<h1>Tack!</h1>\n<p>Rad\n  två</p>", "Tack!\n\nRad två")]
    [InlineData("<ul><li>ett</li><li>två</li></ul><p>sist</p>", "- ett\n- två\n\nsist")]
    [InlineData("<p><a href=\"https://a.example.se/?x=1&amp;y=2\">här</a></p>", "här: https://a.example.se/?x=1&y=2")]
    [InlineData("<p><a href=\"https://a.example.se\">https://a.example.se</a></p>", "https://a.example.se")]
    public void PlainText_Fragment_IsReadable(string fragment, string expected) => Assert.Equal(expected, HtmlToPlain.Convert(fragment, rightToLeft: false));

    [Fact]
    public void Wrap_Arabic_SetsLanguageDirectionAndFooter()
    {
        var text = SomeNotice.Rendered(SomeNotice.Shipped("reminder", Channel.Email, "ar"), SomeNotice.Facts("ar"));

        var email = EmailLayout.Wrap(text, "ar", "Hylte <bibliotek>", "070-1740605");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", email.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>Hylte &lt;bibliotek&gt;</bdi>", email.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\">070-1740605</bdi>", email.Html, StringComparison.Ordinal);
        Assert.Contains(text.Body, email.Html, StringComparison.Ordinal);
        Assert.Equal(text.Subject, email.Subject);
        Assert.StartsWith(text.PlainText!, email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", email.Html.Replace(text.Body, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_ValueThatLooksLikeASlot_StaysAsItIs()
    {
        var email = EmailLayout.Wrap(new RenderedText("[body]", "<p>[footer] [lang]</p>", "x"), "sv", "[phone]", "070-1740605");

        Assert.Contains("<title>[body]</title>", email.Html, StringComparison.Ordinal);
        Assert.Contains("<p>[footer] [lang]</p>", email.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_TextOfAnotherChannel_IsABug() =>
        Assert.Throws<ArgumentException>(() => EmailLayout.Wrap(new RenderedText(null, "x", null), "sv", "Hylte bibliotek", "070-1740605"));
}
