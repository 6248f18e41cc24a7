using Microsoft.Extensions.Logging;
using Notifieringar.Delivery.Letters.Browser;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Delivery.Letters;

/// <summary>
/// Prints letters with a browser of its own, a part of a run at a time. One instance serves a whole process: it starts the browser with
/// the first part, prints one part at a time, and starts a new browser when the old one has died or has printed enough.
/// </summary>
public sealed partial class LetterPrinter : IAsyncDisposable
{
    /// <summary>The most letters one part may have. A page of the browser with twice as many takes a quarter longer for each and twice the memory.</summary>
    public const int MaxLettersInPart = 250;

    // Chromium grows with every document it has printed, by about half a gigabyte in 2,000 letters.
    private const int LettersPerBrowser = 2000;

    private readonly LettersOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LetterPrinter> _logger;
    private readonly Lazy<LetterFonts> _fonts;
    private readonly SemaphoreSlim _turn = new(1);
    private ChromiumProcess? _browser;
    private int _lettersPrinted;
    private volatile Reachability _last = Reachability.Unknown;

    /// <summary>Makes a printer; nothing is unpacked or started before the first part.</summary>
    public LetterPrinter(LettersOptions options, TimeProvider time, ILogger<LetterPrinter> logger)
    {
        (_options, _time, _logger) = (options, time, logger);
        _fonts = new(() => new LetterFonts(options.FontsFolder));
    }

    /// <summary>Whether the browser printed the last time.</summary>
    public Reachability Reachability => _last;

    /// <summary>
    /// Prints the letters in the order given. A letter that cannot be printed well is left out and named in the problems.
    /// Throws <see cref="ArgumentException"/> for more than <see cref="MaxLettersInPart"/> letters, and <see cref="IOException"/> when
    /// the browser fails twice; the part may then be tried again, for nothing has been kept.
    /// </summary>
    public async Task<PrintedPart> PrintAsync(
        IReadOnlyList<LetterToPrint> letters, EnvelopeProfile envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(envelope);
        if (letters.Count > MaxLettersInPart)
        {
            throw new ArgumentException($"A part has at most {MaxLettersInPart} letters; this one has {letters.Count}.", nameof(letters));
        }

        var problems = letters.Select(letter => LetterCheck.Problem(letter, _fonts.Value)).ToArray();
        var printable = Enumerable.Range(0, letters.Count).Where(i => problems[i] is null).Select(i => (i, letters[i])).ToList();
        if (printable.Count == 0)
        {
            return PageList.Close(letters, problems, [], default);
        }

        var html = LetterDocument.Build(printable, envelope, _fonts.Value);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await PrintWithRetryAsync(letters, problems, html, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await EndBrowserAsync();
        _turn.Dispose();
    }

    internal int? BrowserProcessId => _browser?.ProcessId;

    private async Task<PrintedPart> PrintWithRetryAsync(
        IReadOnlyList<LetterToPrint> letters, LetterProblemKind?[] problems, string html, CancellationToken cancellationToken)
    {
        for (var retried = false; ; retried = true)
        {
            var done = false;
            try
            {
                var part = await PrintOnceAsync(letters, [.. problems], html, cancellationToken);
                done = true;
                return part;
            }
            catch (IOException e) when (!retried)
            {
                Log.BrowserFailed(_logger, e.GetType().Name, letters.Count);
            }
            finally
            {
                _last = done ? Reachability.Up : Reachability.Down;
                if (!done)
                {
                    // Whatever went wrong, the page may still be busy with it.
                    await EndBrowserAsync();
                }
            }
        }
    }

    private async Task<PrintedPart> PrintOnceAsync(
        IReadOnlyList<LetterToPrint> letters, LetterProblemKind?[] problems, string html, CancellationToken cancellationToken)
    {
        var browser = await BrowserAsync(letters.Count, cancellationToken);
        var page = await browser.OpenPageAsync(cancellationToken);
        await page.ShowAsync(html, cancellationToken);
        var layout = PageList.Read(await page.EvaluateAsync(EmbeddedText.Read("letter.js"), cancellationToken), problems);
        var pdf = layout.IsEmpty ? default : await page.PrintAsync(cancellationToken);
        await page.CloseAsync(cancellationToken);
        var printed = PdfPageCount.Of(pdf);
        var expected = layout.Sum(l => l.Pages);
        return printed == expected
            ? PageList.Close(letters, problems, layout, pdf)
            : throw new InvalidOperationException($"The browser printed {printed} pages where the page list has {expected}.");
    }

    private async Task<ChromiumProcess> BrowserAsync(int letters, CancellationToken cancellationToken)
    {
        if (_browser is { IsAlive: false } || _lettersPrinted + letters > LettersPerBrowser)
        {
            await EndBrowserAsync();
        }

        if (_browser is null)
        {
            var chromium = await ChromiumPackage.UnpackAsync(_options, cancellationToken);
            _browser = await ChromiumProcess.StartAsync(chromium, _time, cancellationToken);
            _lettersPrinted = 0;
            Log.BrowserStarted(_logger, _browser.ProcessId);
        }

        _lettersPrinted += letters;
        return _browser;
    }

    private async Task EndBrowserAsync()
    {
        if (_browser is { } browser)
        {
            _browser = null;
            await browser.DisposeAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5301, LogLevel.Information, "Started a browser to print letters (process {ProcessId}).")]
        public static partial void BrowserStarted(ILogger logger, int processId);

        [LoggerMessage(5302, LogLevel.Warning, "The browser failed ({Fault}) while it printed a part of {Letters} letters; trying once more with a new one.")]
        public static partial void BrowserFailed(ILogger logger, string fault, int letters);
    }
}
