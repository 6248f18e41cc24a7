using Notifieringar.Model;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

public sealed class ShippedSmsTests
{
    private static readonly string[] InTheSmsAlphabet = ["sv", "sv-x-lattlast", "en", "so", "fi"];

    public static TheoryData<string, string, string> Texts =>
        [.. ShippedTexts.All.Where(text => text.Key.Channel == Channel.Sms).Select(text => (text.Key.Programme, text.Key.Step, text.Key.Language))];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Length_OnTheLongestDate_IsOnePartInSwedishAndTwoElsewhere(string programme, string step, string language)
    {
        foreach (var family in SomeNotice.Families(language))
        {
            var facts = family with
            {
                Occasion = family.Occasion! with { Place = "Stadsbiblioteket", LastDay = new LocalDate(2025, 9, 25) },
                SenderName = "Malung-Sälens bibliotek",
                Starts = new LocalDateTime(2025, 9, 25, 10, 30),
                Phone = "0280-181 00",
            };
            var length = SmsLength.Count(SomeNotice.Rendered(SomeNotice.Shipped(programme, step, Channel.Sms, language), facts).Body);

            Assert.InRange(length.Segments, 1, language.StartsWith("sv", StringComparison.Ordinal) ? 1 : 2);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Encoding_LanguagesOfTheSmsAlphabet_StayInIt(string programme, string step, string language)
    {
        var body = SomeNotice.Rendered(SomeNotice.Shipped(programme, step, Channel.Sms, language), SomeNotice.Facts(language)).Body;

        Assert.True(!InTheSmsAlphabet.Contains(language) || SmsLength.Count(body).Encoding == SmsEncoding.Gsm7, body);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OnALockedScreen_NamesNobody(string programme, string step, string language)
    {
        var body = SomeNotice.Rendered(
            SomeNotice.Shipped(programme, step, Channel.Sms, language), SomeNotice.Facts(language) with { ChildNames = ["Alva", "Bo"] }).Body;

        Assert.DoesNotContain("Alva", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", body, StringComparison.Ordinal);
        Assert.Contains("Hylte bibliotek", body, StringComparison.Ordinal);
        Assert.Contains("070-1740605", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminder_Swedish_ReadsAsAgreed() =>
        Assert.Equal(
            "Påminnelse: vi ses tis 4 mars kl. 10.00. Hör av er om det inte passar: 070-1740605. Hälsningar Hylte bibliotek",
            SomeNotice.Rendered(SomeNotice.Shipped("reminder", Channel.Sms, "sv"), SomeNotice.Facts()).Body);
}
