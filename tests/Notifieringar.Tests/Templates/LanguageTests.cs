using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

public sealed class LanguageTests
{
    private static readonly HashSet<string> Available = ["sv", "en", "ar"];

    [Theory]
    [InlineData("ar", "ar", false)]
    [InlineData("ar-SY", "ar", false)]
    [InlineData("AR_sy", "ar", false)]
    [InlineData("sv-FI", "sv", false)]
    [InlineData("so", "sv", true)]
    [InlineData(null, "sv", false)]
    [InlineData(" ", "sv", false)]
    public void For_Tag_GoesFromExactToBaseToSwedish(string? tag, string language, bool fellBack) =>
        Assert.Equal(new LanguageChoice(language, fellBack), LanguageChoice.For(tag, Available));

    [Fact]
    public void For_NoSwedishTextEither_IsStillSwedish() =>
        Assert.Equal(new LanguageChoice("sv", FellBack: true), LanguageChoice.For("so", new HashSet<string> { "en" }));

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fa-AF", true)]
    [InlineData("ku-Arab", true)]
    [InlineData("ku-Latn", false)]
    [InlineData("az-Latn", false)]
    [InlineData("sv", false)]
    [InlineData("so", false)]
    public void IsRightToLeft_Tag_IsByScriptThenLanguage(string tag, bool expected) => Assert.Equal(expected, Languages.IsRightToLeft(tag));

    [Fact]
    public void OwnName_EveryLanguageWithPhrases_HasOne() =>
        Assert.All(PhraseTable.Available, language => Assert.NotEqual(language, Languages.OwnName(language)));

    [Theory]
    [InlineData("sv", "tisdag 4 mars", "tis 4 mars", "4 mars 2025", "14.05")]
    [InlineData("en", "Tuesday 4 March", "Tue 4 March", "4 March 2025", "14:05")]
    [InlineData("ar", "الثلاثاء 4 مارس", "الثلاثاء 4 مارس", "4 مارس 2025", "14:05")]
    [InlineData("sv-x-lattlast", "tisdag 4 mars", "tis 4 mars", "4 mars 2025", "14.05")]
    [InlineData("so", "Talaado 4 Maarso", "Talaado 4 Maarso", "4 Maarso 2025", "14:05")]
    [InlineData("ti", "ሰሉስ 4 መጋቢት", "ሰሉስ 4 መጋቢት", "4 መጋቢት 2025", "14:05")]
    [InlineData("fa", "سه‌شنبه 4 مارس", "سه‌شنبه 4 مارس", "4 مارس 2025", "14:05")]
    [InlineData("uk", "вівторок, 4 березня", "вт 4 березня", "4 березня 2025", "14:05")]
    [InlineData("fi", "tiistai 4. maaliskuuta", "ti 4. maaliskuuta", "4. maaliskuuta 2025", "14.05")]
    [InlineData("pl", "wtorek, 4 marca", "wt. 4 marca", "4 marca 2025", "14:05")]
    [InlineData("tr", "4 Mart Salı", "4 Mart Salı", "4 Mart 2025", "14.05")]
    [InlineData("ckb", "سێشەممە 4ی ئازار", "سێشەممە 4ی ئازار", "4ی ئازاری 2025", "14:05")]
    public void PhraseTable_Language_WritesDatesAndTimesItsWay(string language, string date, string shortDate, string line, string time)
    {
        var phrases = PhraseTable.For(language);
        var day = new LocalDate(2025, 3, 4);

        Assert.Equal(date, phrases.Date(day));
        Assert.Equal(shortDate, phrases.ShortDate(day));
        Assert.Equal(line, phrases.DateLine(day));
        Assert.Equal(time, phrases.Time(new LocalTime(14, 5)));
        Assert.NotEmpty(phrases.AnswerCaption);
        Assert.NotEmpty(phrases.CodeCaption);
    }

    [Fact]
    public void Weekday_AWholeWeek_StartsOnMonday()
    {
        var monday = new LocalDate(2025, 3, 3);

        Assert.Equal(
            ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
            Enumerable.Range(0, 7).Select(days => PhraseTable.For("sv").Weekday(monday.PlusDays(days))));
    }

    [Fact]
    public void Date_ServerCultureWithAnotherCalendar_ChangesNothing()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
        try
        {
            Assert.Equal("4 مارس 2025", PhraseTable.For("ar").DateLine(new LocalDate(2025, 3, 4)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
