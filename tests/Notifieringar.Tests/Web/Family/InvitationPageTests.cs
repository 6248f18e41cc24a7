using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using Notifieringar.Workflows.Answers;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed class InvitationPageTests
{
    private const int LargestPage = 60_000;

    public static TheoryData<string> Offered => [.. FamilyText.Offered];

    [Fact]
    public void Render_NotAnswered_ShowsTimeAndAPersonsPhoneAndBothButtons()
    {
        var page = Render("sv");

        Assert.Contains("""<p class="when">tisdag 2 mars kl. <bdi dir="ltr">10.00</bdi></p>""", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="tel:0701740605"><bdi dir="ltr">070-174 06 05</bdi></a>""", page, StringComparison.Ordinal);
        Assert.Contains("Ungefär 45 minuter", page, StringComparison.Ordinal);
        Assert.Contains("""name="answer" value="yes"><svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">""", page, StringComparison.Ordinal);
        Assert.Contains("</svg>Ja, kom gärna</button>", page, StringComparison.Ordinal);
        Assert.Contains("""name="answer" value="no">Nej tack, inget besök</button>""", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void Render_AnyLanguage_IsAWholeSmallPageWithoutOpenPlaceholders(string language)
    {
        foreach (var answer in Enum.GetValues<Answer>())
        {
            var page = Render(language, Some.Invitation() with { Answer = answer });

            Assert.Contains($"<html lang=\"{language}\" dir=\"{(language is "ar" or "fa" or "ckb" ? "rtl" : "ltr")}\">", page, StringComparison.Ordinal);
            Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, LargestPage);
            Assert.DoesNotMatch(@"\{\w+\}", page[page.IndexOf("<main>", StringComparison.Ordinal)..]);
        }
    }

    [Fact]
    public void Render_Arabic_KeepsTimesDatesAndNumbersFromTurning()
    {
        var page = Render("ar");

        Assert.Contains("""<bdi dir="ltr">2027-03-02</bdi>""", page, StringComparison.Ordinal);
        Assert.Contains("""<bdi dir="ltr">10:00</bdi>""", page, StringComparison.Ordinal);
        Assert.Contains("""<bdi dir="ltr">070-174 06 05</bdi>""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Er tid", "Passar tiden behöver ni inte göra något – då kommer vi.")]
    [InlineData(false, "Vårt förslag", "Vi kommer om ni svarar ja. Om ni inte svarar kommer vi inte.")]
    public void Render_NotAnswered_SaysWhatTheLetterSays(bool comesUnlessNo, string label, string promise)
    {
        var page = Render("sv", rules: Some.Rules() with { ComesUnlessNo = comesUnlessNo });

        Assert.Contains($">{label}<", page, StringComparison.Ordinal);
        Assert.Contains(promise, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TheChildsOtherHome_IsPromisedNothingThatTheFirstHomeDecides()
    {
        var elsewhere = Some.Invitation() with { AtThisHome = false };

        Assert.Contains("Om ingen av er svarar kommer vi inte.", Render("sv", elsewhere), StringComparison.Ordinal);
        Assert.DoesNotContain("då kommer vi inte", Render("sv", elsewhere with { Answer = Answer.No }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Answer.Yes, "Ni har svarat ja", "no")]
    [InlineData(Answer.No, "Ni har svarat nej", "yes")]
    public void Render_Answered_SaysSoAndOffersTheOther(Answer answer, string said, string other)
    {
        var page = Render("sv", Some.Invitation() with { Answer = answer });

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"name=\"answer\" value=\"{other}\"", page, StringComparison.Ordinal);
        Assert.Single(page.Split("<button").Skip(1));
    }

    [Fact]
    public void Render_EveryChoice_HasAButton_AndTheStandingAnswerHasNone()
    {
        var found = Found(Some.Invitation()) with { Choices = [AnswerChoice.Yes, AnswerChoice.No, AnswerChoice.AnotherTime, AnswerChoice.Collect] };

        Assert.Equal(["yes", "other", "collect", "no"], Buttons(InvitationPage.Render(found, "sv")));
        var collecting = found with { Invitation = Some.Invitation() with { Answer = Answer.Collect, IsTimed = false, Ends = Some.VisitTime, Place = "Biblioteket" } };
        Assert.Equal(["yes", "other", "no"], Buttons(InvitationPage.Render(collecting, "sv")));
        Assert.Contains("Att hämta senast", InvitationPage.Render(collecting, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ThreeChoicesHaveAPicture_AndTheNoHasNone()
    {
        var page = InvitationPage.Render(
            Found(Some.Invitation()) with { Choices = [AnswerChoice.Yes, AnswerChoice.No, AnswerChoice.AnotherTime, AnswerChoice.Collect] }, "sv");

        Assert.Equal(3, page.Split("""<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">""").Length - 1);
        Assert.Contains("value=\"no\">Nej", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Answer.Yes, false, true)]
    [InlineData(Answer.None, true, true)]
    [InlineData(Answer.None, false, false)]
    [InlineData(Answer.No, true, false)]
    [InlineData(Answer.AnotherTime, true, false)]
    public void Render_OffersACalendarFileOnlyForAVisitThatWillBe(Answer answer, bool comesUnlessNo, bool isOffered)
    {
        var page = Render("sv", Some.Invitation() with { Answer = answer }, Some.Rules() with { ComesUnlessNo = comesUnlessNo });

        Assert.Equal(isOffered, page.Contains("href=\"?calendar=1&amp;lang=sv\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void Render_EveryPageInAnyLanguage_LeadsToWhatIsSaidOfAccessibility_WhichLoadsNothingAndKnowsNobody(string language)
    {
        var said = AccessPage.Render(language);

        Assert.All(
            [Render(language), StopPage.Ask(language), StopPage.Done(language), MessagePage.Ask(new PageLanguage(language, IsAsked: true), isWrong: false), said],
            page => Assert.Contains($"<a href=\"/s/tillganglighet?lang={language}\">", page, StringComparison.Ordinal));
        Assert.Contains("https://www.digg.se/tdosanmalan", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Rules().Name, said, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", said, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}", said[said.IndexOf("<main>", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Render_LanguagesOfStopAndTimes_KeepThePageThatIsRead()
    {
        var offer = new AnswerOutcome.Times(Found(Some.Invitation()), [new VisitSlot(Some.VisitTime, "A")], Held: null, WasLost: false);

        Assert.Contains("href=\"?stop=1&amp;lang=ar\"", StopPage.Ask("sv"), StringComparison.Ordinal);
        Assert.Contains("href=\"?times=all&amp;lang=ar\"", TimesPage.Render(offer, "sv"), StringComparison.Ordinal);
        Assert.Contains("href=\"?times=20270302T1000&amp;lang=ar\"", TimesPage.Render(offer with { Held = offer.Offered[0] }, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Disputed_SaysNothingOfTheOtherAnswer() =>
        Assert.Contains("Vi hör av oss till er", Render("sv", Some.Invitation() with { Answer = Answer.Yes, IsDisputed = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "Nej tack")]
    [InlineData(true, "Vi kan inte komma just den här gången")]
    public void Render_AMeeting_SpeaksOfComing_AndOfOneMeetingOnlyWhereItIsOne(bool isLater, string no)
    {
        var page = InvitationPage.Render(
            Found(Some.Invitation() with { Place = "Torget" }) with { Kind = OccasionKind.Series, IsLaterSession = isLater }, "sv");

        Assert.Contains("Ja, vi kommer", page, StringComparison.Ordinal);
        Assert.Contains($">{no}</button>", page, StringComparison.Ordinal);
        Assert.Contains("Plats: <bdi>Torget</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("besök", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Render_AVote_OffersTheOtherAlternatives_Escaped()
    {
        var page = InvitationPage.Render(
            Found(Some.Invitation() with { Vote = "Mumin" }) with { Choices = [AnswerChoice.Vote], VoteOn = ["Mumin", "<b>Pippi"] }, "sv");

        Assert.Contains("""<button name="vote" value="1">&lt;b&gt;Pippi</button>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"0\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void TimesPage_AnyLanguage_OffersTimesToPress_ThenOneToConfirm_AndTellsWhenOneIsLost(string language)
    {
        var slot = new VisitSlot(Some.VisitTime, "A");
        var offer = new AnswerOutcome.Times(Found(Some.Invitation()), [slot], Held: null, WasLost: false);

        Assert.Contains("""<button name="slot" value="20270302T1000">""", TimesPage.Render(offer, language), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", TimesPage.Render(offer with { WasLost = true }, language), StringComparison.Ordinal);
        var confirm = TimesPage.Render(offer with { Held = slot }, language);
        Assert.Equal(["take", "other"], Buttons(confirm));
        Assert.Contains("""<input type="hidden" name="slot" value="20270302T1000">""", confirm, StringComparison.Ordinal);
        Assert.Equal(["other"], Buttons(TimesPage.Render(offer with { Offered = [] }, language)));
        Assert.Equal(["other"], Buttons(TimesPage.CalledOff(new AnswerOutcome.CalledOff(offer.About, CanChoose: true), language)));
        foreach (var page in new[] { confirm, TimesPage.Render(offer, language) })
        {
            Assert.DoesNotMatch(@"\{\w+\}", page[page.IndexOf("<main>", StringComparison.Ordinal)..]);
        }
    }

    [Fact]
    public void Render_UnitsOwnWords_AreEscaped()
    {
        var page = Render("sv", rules: Some.Rules() with { Name = "<script>alert(1)</script>", Phone = "\"><img src=x>" });

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void Render_AnyLanguage_OffersTheOthersAndLoadsNothing(string language)
    {
        var page = Render(language);

        Assert.All(FamilyText.Offered, other => Assert.Equal(other != language, page.Contains($"href=\"?lang={other}\"", StringComparison.Ordinal)));
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    private static AnswerOutcome.Found Found(Invitation invitation) => new(invitation, Some.Rules(), "sv");

    private static IEnumerable<string> Buttons(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "name=\"answer\" value=\"(\\w+)\"").Select(match => match.Groups[1].Value);

    private static string Render(string language, Invitation? invitation = null, UnitRules? rules = null) =>
        InvitationPage.Render(new AnswerOutcome.Found(invitation ?? Some.Invitation(), rules ?? Some.Rules(), "sv"), language);
}
