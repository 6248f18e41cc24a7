using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class SendableTextsTests
{
    private static readonly TemplateText Swedish = Text("sv", "edited-aa11");
    private static readonly TemplateText English = Text("en", "edited-bb22") with { TranslatedFrom = "edited-aa11" };
    private static readonly TemplateText Arabic = Text("ar", "edited-cc33") with { TranslatedFrom = "edited-0000" };

    [Fact]
    public void Of_ATranslationOfEarlierSwedishWords_IsNotSent_UnlessTheUnitAllowsIt()
    {
        TemplateText[] texts = [Swedish, English, Arabic];

        Assert.Equal([Swedish, English], SendableTexts.Of(texts, Some.Rules()));
        Assert.Equal(texts, SendableTexts.Of(texts, Some.Rules() with { AllowsStaleTexts = true }));
    }

    [Fact]
    public void Of_AnUnreviewedTextThatIsStaleToo_NeedsBothAllowed()
    {
        TemplateText[] texts = [Swedish, Arabic with { IsReviewed = false }];
        var rules = Some.Rules();

        Assert.Equal([Swedish], SendableTexts.Of(texts, rules with { AllowsStaleTexts = true }));
        Assert.Equal([Swedish], SendableTexts.Of(texts, rules with { AllowsUnreviewedTexts = true }));
        Assert.Equal(texts, SendableTexts.Of(texts, rules with { AllowsStaleTexts = true, AllowsUnreviewedTexts = true }));
    }

    [Fact]
    public void IsStale_AShippedTranslation_IsSoWhenSomebodyEditsTheSwedishText_AndNotWhenTheEditIsTakenBack()
    {
        var shipped = Text("ar", "shipped-cc33") with { TranslatedFrom = "shipped-aa11", IsShipped = true };

        Assert.True(SendableTexts.IsStale(shipped, [Text("sv", "edited-dd44"), shipped]));
        Assert.False(SendableTexts.IsStale(shipped, [Text("sv", "edited-aa11"), shipped]));
    }

    [Fact]
    public void IsStale_WhileANewVersionOfTheProductPutsItsTextsInPlace_NoShippedTextIs()
    {
        var earlier = Text("ar", "shipped-cc33") with { TranslatedFrom = "shipped-aa11", IsShipped = true };

        Assert.False(SendableTexts.IsStale(earlier, [Text("sv", "shipped-dd44") with { IsShipped = true }, earlier]));
    }

    [Fact]
    public void IsStale_ATranslationThatSomebodyWrote_IsSoWhenTheProductShipsNewSwedishWords() =>
        Assert.True(SendableTexts.IsStale(English, [Text("sv", "shipped-dd44") with { IsShipped = true }, English]));

    [Fact]
    public void IsStale_AnotherChannelsSwedishText_SaysNothing()
    {
        var letter = Text("sv", "edited-dd44");

        Assert.False(SendableTexts.IsStale(English, [letter with { Key = letter.Key with { Channel = Channel.Letter } }, Swedish, English]));
    }

    [Fact]
    public void Shipped_EveryTranslation_RemembersTheSwedishTextOfToday()
    {
        foreach (var text in ShippedTexts.All.Where(text => text.Key.Language != "sv"))
        {
            var swedish = ShippedTexts.All.Single(other => other.Key == text.Key with { Language = "sv" });

            Assert.Equal(swedish.Version, text.TranslatedFrom);
            Assert.True(text.IsShipped);
        }
    }

    [Fact]
    public void Edited_TheSameWordsFromOtherSwedishWords_AreAnotherVersion()
    {
        Assert.NotEqual(TextVersion.Edited("Hello", "edited-aa11"), TextVersion.Edited("Hello", "edited-dd44"));
        Assert.True(TextVersion.HasSameWords(TextVersion.Edited("Hej", null), TextVersion.Shipped("Hej", null)));
    }

    private static TemplateText Text(string language, string version) =>
        new(new TemplateKey("sagostund", "invitation", Channel.Sms, language), version, "Hej");
}
