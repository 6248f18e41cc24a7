using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class ShippedLetterTests
{
    [Theory]
    [InlineData("sv", "Vi kommer om ni svarar ja.", "Om ni inte svarar kommer vi inte.", "behöver ni inte göra något – då kommer vi")]
    [InlineData("en", "We will come if you say yes.", "If you do not answer, we will not come.", "you do not need to do anything – we will come")]
    [InlineData("ar", "سنأتي إذا أجبتم بنعم.", "وإذا لم تجيبوا فلن نأتي.", "فلا داعي لفعل أي شيء، وسنأتي إليكم")]
    [InlineData("sv-x-lattlast", "Vi kommer om ni svarar ja.", "Om ni inte svarar kommer vi inte.", "Då behöver ni inte göra något. Då kommer vi.")]
    [InlineData("so", "Waan imanaynaa haddii aad haa ku jawaabtaan.", "Haddii aydaan jawaabin, ma imanayno.", "uma baahnidin inaad wax samaysaan, waan imanaynaa.")]
    [InlineData("ti", "እወ ኢልኩም እንተ መሊስኩም ክንመጽእ ኢና።", "እንተ ዘይመለስኩም ኣይንመጽእን።", "ምንም ክትገብሩ ኣየድልየኩምን፣ ክንመጽእ ኢና።")]
    [InlineData("fa", "اگر جواب شما بله باشد، می‌آییم.", "اگر جواب ندهید، نمی‌آییم.", "لازم نیست کاری کنید؛ ما می‌آییم.")]
    [InlineData("uk", "Ми прийдемо, якщо ви відповісте «так».", "Якщо не відповісте, ми не прийдемо.", "нічого робити не потрібно – ми прийдемо.")]
    [InlineData("fi", "Tulemme, jos vastaatte kyllä.", "Jos ette vastaa, emme tule.", "teidän ei tarvitse tehdä mitään – me tulemme.")]
    [InlineData("pl", "Przyjdziemy, jeśli odpowiedzą Państwo „tak”.", "Jeśli nie otrzymamy odpowiedzi, nie przyjdziemy.", "nie trzeba nic robić – przyjdziemy.")]
    [InlineData("tr", "Evet derseniz geleceğiz.", "Yanıt vermezseniz gelmeyeceğiz.", "bir şey yapmanız gerekmez, geleceğiz.")]
    [InlineData("ckb", "ئەگەر بە «بەڵێ» وەڵام بدەنەوە، دێین.", "ئەگەر وەڵام نەدەنەوە، نایەین.", "پێویست ناکات هیچ بکەن، ئێمە دێین.")]
    public void Invitation_Silence_MeansWhatTheUnitDecided(string language, string onlyAfterYes, string silenceIsNo, string silenceIsYes)
    {
        var asked = Invitation(SomeNotice.Facts(language));
        var coming = Invitation(SomeNotice.Facts(language) with { ComesUnlessNo = true });

        Assert.Contains(onlyAfterYes, asked, StringComparison.Ordinal);
        Assert.Contains(silenceIsNo, asked, StringComparison.Ordinal);
        Assert.DoesNotContain(silenceIsYes, asked, StringComparison.Ordinal);
        Assert.Contains(silenceIsYes, coming, StringComparison.Ordinal);
        Assert.DoesNotContain(onlyAfterYes, coming, StringComparison.Ordinal);
        Assert.DoesNotContain(silenceIsNo, coming, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "hem till er", "hemma hos barnet", "hemma hos barnen")]
    [InlineData("en", "to your home", "at the child's home", "at the children's home")]
    [InlineData("ar", "في منزلكم", "في منزل الطفل", "في منزل الأطفال")]
    [InlineData("sv-x-lattlast", "hem till er", "hemma hos barnet", "hemma hos barnen")]
    [InlineData("so", "gurigiinna", "guriga ilmaha", "guriga carruurta")]
    [InlineData("ti", "ገዛኹም", "ገዛ ናይቲ ቆልዓ", "ገዛ ናይቶም ቆልዑ")]
    [InlineData("fa", "خانهٔ شما", "خانهٔ کودک", "خانهٔ کودکان")]
    [InlineData("uk", "до вас додому", "вдома в дитини", "вдома в дітей")]
    [InlineData("fi", "kotiinne", "lapsen kotona", "lasten kotona")]
    [InlineData("pl", "Państwa w domu", "w domu dziecka", "w domu dzieci")]
    [InlineData("tr", "evinizde", "çocuğun evinde", "çocukların evinde")]
    [InlineData("ckb", "ماڵتان", "ماڵی منداڵەکە", "ماڵی منداڵەکان")]
    public void Invitation_OtherGuardian_IsNotToldThatWeComeToThem(string language, string yours, string theChilds, string theChildrens)
    {
        var home = Invitation(SomeNotice.Facts(language));
        var other = Invitation(SomeNotice.Facts(language) with { AtYourHome = false });
        var otherOfTwo = Invitation(SomeNotice.Facts(language) with { AtYourHome = false, ChildNames = ["Alva", "Bo"] });

        Assert.Contains(yours, home, StringComparison.Ordinal);
        Assert.DoesNotContain(yours, other, StringComparison.Ordinal);
        Assert.Contains(theChilds, other, StringComparison.Ordinal);
        Assert.Contains(theChildrens, otherOfTwo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "<p class=\"when\"><strong>Vårt förslag: tisdag 4 mars kl. 10.00</strong></p>")]
    [InlineData("en", "<p class=\"when\"><strong>Our suggestion: Tuesday 4 March at 10:00</strong></p>")]
    [InlineData(
        "ar",
        "<p class=\"when\"><strong>الموعد المقترح: الثلاثاء 4 مارس (<bdi dir=\"ltr\">2025-03-04</bdi>)، الساعة <bdi dir=\"ltr\">10:00</bdi></strong></p>")]
    public void Invitation_Time_StandsOutAlone(string language, string line) =>
        Assert.Contains(line, Invitation(SomeNotice.Facts(language)), StringComparison.Ordinal);

    [Fact]
    public void Invitation_Twins_AreNamedInOneLetter() =>
        Assert.Contains(
            "träffa <bdi>Alva</bdi> och <bdi>Bo</bdi> och ge er", Invitation(SomeNotice.Facts() with { ChildNames = ["Alva", "Bo"] }), StringComparison.Ordinal);

    [Fact]
    public void Invitation_NoGuardianName_GreetsWithoutOne() =>
        Assert.Contains("<p>Hej!</p>", Invitation(SomeNotice.Facts() with { GuardianName = null }), StringComparison.Ordinal);

    [Fact]
    public void Invitation_NoAnswerPage_OffersThePhoneOnly()
    {
        var letter = Invitation(SomeNotice.Facts() with { AnswerUrl = null, ShortCode = null });

        Assert.DoesNotContain("QR", letter, StringComparison.Ordinal);
        Assert.Contains("Ring 070-1740605 för att svara", letter, StringComparison.Ordinal);
    }

    private static string Invitation(NoticeFacts facts) =>
        SomeNotice.Rendered(SomeNotice.Shipped("invitation", Channel.Letter, facts.Language), facts).Body;
}
