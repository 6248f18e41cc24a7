using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Delivery.Letters;

public sealed partial class LetterPrinter
{
    /// <summary>
    /// Lays one letter out as it would be printed, with the same browser, fonts and script, and looks at it through the envelope's window.
    /// A letter that would be left out is shown too. Throws <see cref="IOException"/> when the browser fails.
    /// </summary>
    public async Task<LetterPreview> PreviewAsync(LetterToPrint letter, EnvelopeProfile envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(envelope);
        if (LetterCheck.Problem(letter, _fonts.Value) is { } problem)
        {
            return new LetterPreview(problem, "", "", "", []);
        }

        var html = LetterDocument.Build([(0, letter)], envelope, _fonts.Value);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await LayOutAsync(html, envelope, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<LetterPreview> LayOutAsync(string html, EnvelopeProfile envelope, CancellationToken cancellationToken)
    {
        var isDone = false;
        try
        {
            var browser = await BrowserAsync(1, cancellationToken);
            var page = await browser.OpenPageAsync(cancellationToken);
            await page.ShowAsync(html.Replace("<body>", "<body data-keep>", StringComparison.Ordinal), cancellationToken);
            var problems = new LetterProblemKind?[1];
            PageList.Read(await page.EvaluateAsync(EmbeddedText.Read("letter.js"), cancellationToken), problems);
            var measured = await page.EvaluateAsync(EmbeddedText.Read("letter-preview.js"), cancellationToken);
            await page.CloseAsync(cancellationToken);
            isDone = true;
            return PreviewReading.Read(measured, LetterDocument.StyleOf(html), envelope, problems[0]);
        }
        finally
        {
            if (!isDone)
            {
                await EndBrowserAsync(); // whatever went wrong, the page may still be busy with it
            }
        }
    }
}
