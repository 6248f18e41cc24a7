using System.Text.RegularExpressions;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed partial class GuardianWordsTests
{
    [Fact]
    public void T09_ShippedTexts_NeverSayMotherOrFather_SoThatTheyAreRightForEveryGuardianOfRecord()
    {
        var texts = ShippedTexts.All.Where(text => text.Key.Language is "sv" or "sv-x-lattlast" or "en").ToList();

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => Parent().IsMatch(text.Source));
        Assert.Matches(Parent(), "Hej mamma!");
    }

    [GeneratedRegex(@"\b(mamma|pappa|mammor|pappor|mor|far|moder|fader|mother|father|mum|mom|dad)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Parent();
}
