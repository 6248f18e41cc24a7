using Notifieringar.Delivery.Letters;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Letters in large print, as the programme for those who cannot come to the library writes them.</summary>
public sealed class LargePrintTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALetterInLargePrint_IsPrinted_WithAndWithoutACode(bool hasCode)
    {
        await using var printer = SomeLetters.Printer();
        const string html = """
            <h1>Vi kommer hem till dig med böcker</h1><p class="large">Hej Elin!</p><p class="large">Här står när vi kommer till dig med böcker. Spara gärna brevet.</p>
            <p class="when"><strong>Vi kommer 1 mars, 5 april och 3 maj.</strong></p>
            <p class="large">Vi ringer ett par dagar innan. Berätta då vad du vill läsa eller lyssna på. Vill du hoppa över en gång? Säg bara till.</p>
            <p class="large">Undrar du något? Ring 070-174 06 05.</p><p class="large">Varma hälsningar från oss på Åsinge bibliotek</p>
            """;
        var letter = SomeLetters.Letter("large", SomeLetters.Swedish with { Html = html });
        letter = hasCode ? letter : letter with { AnswerUrl = null, ShortCode = null };

        var part = await printer.PrintAsync([letter], EnvelopeProfile.C5H2, TestContext.Current.CancellationToken);

        Assert.Empty(part.Problems);
        Assert.Single(part.Pages);
    }
}
