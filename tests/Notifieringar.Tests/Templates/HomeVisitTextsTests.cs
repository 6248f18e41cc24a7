using System.Text.RegularExpressions;
using Notifieringar.Model;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

public sealed partial class HomeVisitTextsTests
{
    public static TheoryData<string> Languages => [.. ShippedTexts.LanguagesOf("sprakstart-6")];

    [Fact]
    public void LanguagesOf_HomeVisits_AreTheSameTwelve()
    {
        Assert.Equal(["sv", "sv-x-lattlast", "en", "ar", "so", "ti", "fa", "uk", "fi", "pl", "tr", "ckb"], ShippedTexts.LanguagesOf("sprakstart-6"));
        Assert.Equal(ShippedTexts.LanguagesOf("sprakstart-6"), ShippedTexts.LanguagesOf("sprakstart-11"));
    }

    [Fact]
    public void IsReviewed_Translations_WaitForAReader() =>
        Assert.Equal(
            ["sv", "sv-x-lattlast", "en"],
            ShippedTexts.LanguagesOf("sprakstart-6").Where(language => SomeNotice.Shipped("reminder", Channel.Sms, language).IsReviewed));

    [Fact]
    public void All_SecondVisit_HasTheTextsOfTheFirstButItsOwnInvitation()
    {
        Assert.All(
            ShippedTexts.All.Where(text => text.Key.Programme == "sprakstart-11" && text.Key.Step != "invitation"),
            text => Assert.Equal(SomeNotice.Shipped(text.Key.Step, text.Key.Channel, text.Key.Language).Source, text.Source));
        Assert.All(Languages, language => Assert.NotEqual(First(language).Source, Second(language).Source));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void SecondInvitation_Age_IsNotCounted(string language)
    {
        var facts = SomeNotice.Facts(language);

        Assert.DoesNotContain("11", SomeNotice.Rendered(Second(language), facts).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "hem till er")]
    [InlineData("sv-x-lattlast", "hem till er")]
    [InlineData("en", "your home")]
    [InlineData("ar", "في منزلكم")]
    [InlineData("so", "gurigiinna")]
    [InlineData("ti", "ገዛኹም")]
    [InlineData("fa", "خانهٔ شما")]
    [InlineData("uk", "до вас")]
    [InlineData("fi", "kotiinne")]
    [InlineData("pl", "Państwa w domu")]
    [InlineData("tr", "eviniz")]
    [InlineData("ckb", "ماڵتان")]
    public void Body_OtherGuardian_IsNeverToldThatWeComeToThem(string language, string yours)
    {
        var facts = SomeNotice.Facts(language) with { AtYourHome = false };

        Assert.All(
            ShippedTexts.All.Where(text => text.Key.Programme is "sprakstart-6" or "sprakstart-11" && text.Key.Language == language),
            text => Assert.DoesNotContain(yours, SomeNotice.Rendered(text, facts).Body, StringComparison.Ordinal));
        Assert.Contains(yours, SomeNotice.Rendered(Second(language), facts with { AtYourHome = true }).Body, StringComparison.Ordinal);
        Assert.Contains(yours, SomeNotice.Rendered(SomeNotice.Shipped("nudge", Channel.Email, language), facts with { AtYourHome = true }).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_Translations_SayNothingTheyMustNot() =>
        Assert.All(
            ShippedTexts.All.Where(text => text.Key.Programme is "sprakstart-6" or "sprakstart-11"),
            text => Assert.DoesNotMatch(Forbidden(), text.Source));

    [Theory]
    [InlineData("Hei äiti!")]
    [InlineData("Państwa bliźnięta")]
    [InlineData("сестра-близнючка")]
    [InlineData("مادر گرامی")]
    [InlineData("sosiaalitoimi")]
    public void Forbidden_ForbiddenWord_IsSeen(string text) => Assert.Matches(Forbidden(), text);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Collect_PlaceOrCodeUnknown_IsSaidWithoutThem(string language)
    {
        var known = SomeNotice.Facts(language) with { Occasion = new OccasionFacts("Torups bibliotek") };
        var unknown = known with { Occasion = new OccasionFacts(null), AnswerUrl = null, ShortCode = null };
        foreach (var step in new[] { "collect", "collect-reminder" })
        {
            foreach (var channel in new[] { Channel.Sms, Channel.Email })
            {
                var text = SomeNotice.Shipped(step, channel, language);

                Assert.Contains("Torups bibliotek", SomeNotice.Rendered(text, known).Body, StringComparison.Ordinal);
                Assert.Contains("AB12-CD34", SomeNotice.Rendered(text, known).Body, StringComparison.Ordinal);
                Assert.DoesNotContain("()", SomeNotice.Rendered(text, unknown).Body, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sms_LongestDateOfTheYear_StaysWithinItsParts(string language)
    {
        var phrases = PhraseTable.For(language);
        var longest = Enumerable.Range(0, 365).Select(days => new LocalDate(2025, 1, 1).PlusDays(days)).MaxBy(date => phrases.ShortDate(date).Length);
        foreach (var text in ShippedTexts.All.Where(one => one.Key is { Programme: "sprakstart-6", Channel: Channel.Sms } && one.Key.Language == language))
        {
            foreach (var family in SomeNotice.Families(language))
            {
                var facts = family with
                {
                    SenderName = "Malung-Sälens bibliotek",
                    Phone = "0280-181 00",
                    Starts = longest.At(new LocalTime(10, 30)),
                    Occasion = new OccasionFacts("Malung-Sälens bibliotek"),
                    AnswerUrl = family.AnswerUrl is null ? null : "https://svar.example.se/s/AB12CD34EF",
                    ShortCode = family.ShortCode is null ? null : "AB12C-D34EF",
                };

                Assert.InRange(
                    SmsLength.Count(SomeNotice.Rendered(text, facts).Body).Segments, 1, language.StartsWith("sv", StringComparison.Ordinal) ? 1 : 2);
            }
        }
    }

    [Fact]
    public void Nudge_Swedish_ReadsAsAgreed()
    {
        var facts = SomeNotice.Facts() with { AnswerUrl = "https://svar.example.se/s/AB12CD34EF" };

        Assert.Equal(
            "Får vi hälsa på med böcker tis 4 mars kl. 10.00? Svara här: https://svar.example.se/s/AB12CD34EF eller ring 070-1740605. Hylte bibliotek", Nudge(facts));
        Assert.Equal(
            "Passar besöket tis 4 mars kl. 10.00? Svara här: https://svar.example.se/s/AB12CD34EF eller ring 070-1740605. Hylte bibliotek",
            Nudge(facts with { AtYourHome = false }));
        Assert.Equal(
            "Får vi hälsa på med böcker tis 4 mars kl. 10.00? Ring oss på 070-1740605. Hylte bibliotek",
            Nudge(facts with { AnswerUrl = null, ShortCode = null }));
    }

    // Mother, father, twins and the social services, in the languages that ShippedTextsTests does not know.
    [GeneratedRegex(@"\bhooyo|\baabe\b|\baabo\b|\bmataano|\bኣደ\b|\bኣቦ\b|\bማንታ|ማሕበራዊ|مادر|پدر|دوقلو|اجتماعی|\bмам[аиоу]|\bтат[аоу]|\bматер|\bбатьк|близн|соціальн"
        + @"|\bäiti|\bäidi|\bisä\b|\bisän|kaksos|sosiaali|\bmam[ao]\b|\btat[aoy]\b|\bojc|\bojciec|bliźni|socjaln|społeczn"
        + @"|\banne\b|\bbaba\b|\bikiz|sosyal|دایک|باوک|دوانە|کۆمەڵایەتی", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    private static string Nudge(NoticeFacts facts) => SomeNotice.Rendered(SomeNotice.Shipped("nudge", Channel.Sms, "sv"), facts).Body;

    private static TemplateText First(string language) => SomeNotice.Shipped("invitation", Channel.Letter, language);

    private static TemplateText Second(string language) => SomeNotice.Shipped("sprakstart-11", "invitation", Channel.Letter, language);
}
