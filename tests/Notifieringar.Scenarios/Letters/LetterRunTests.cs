using System.Diagnostics;
using System.Text;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Browser;

namespace Notifieringar.Scenarios.Letters;

public sealed class LetterRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADozenLetters_ArePrintedInOrder_WithATruePageList_AndTheProblemsApart()
    {
        await using var printer = SomeLetters.Printer();
        var letters = new List<LetterToPrint>
        {
            SomeLetters.Letter("swedish", SomeLetters.Swedish),
            SomeLetters.Letter("arabic", SomeLetters.Arabic, SomeLetters.Swedish, "محمد عبد الرحمن", "Storgatan 1", "314 31 HYLTEBRUK"),
            SomeLetters.Letter("long name", SomeLetters.Swedish, null, SomeLetters.LongName, "c/o Lindqvist", "Björkvägen 12", "314 31 HYLTEBRUK"),
            SomeLetters.Letter("mononym", SomeLetters.Swedish, null, "Sukarno", "Box 12", "314 31 HYLTEBRUK"),
            SomeLetters.Letter("no address", SomeLetters.Swedish, null, " "),
            SomeLetters.Letter("on to the back", SomeLetters.WithParagraphs(SomeLetters.Swedish, 12)),
            SomeLetters.Letter("a sheet a language", SomeLetters.WithParagraphs(SomeLetters.Arabic, 14), SomeLetters.WithParagraphs(SomeLetters.Swedish, 22)),
            SomeLetters.Letter("too long", SomeLetters.WithParagraphs(SomeLetters.Swedish, 150)),
            SomeLetters.Letter("address too long", SomeLetters.Swedish, null, [.. Enumerable.Repeat("Lilla Västra Hamngatan 128", 9)]),
            SomeLetters.Letter("no glyph", SomeLetters.Swedish with { Html = "<p>ខ្មែរ</p>" }),
            SomeLetters.Letter("long sender", SomeLetters.Swedish) with { SenderName = string.Join(' ', Enumerable.Repeat("Biblioteket", 60)) },
            SomeLetters.Letter("last", SomeLetters.Swedish),
        };

        var part = await printer.PrintAsync(letters, EnvelopeProfile.C5H2, Token);

        Assert.Equal(
            [new("swedish", 1, 2), new("arabic", 3, 2), new("long name", 5, 2), new("mononym", 7, 2), new("on to the back", 9, 2),
             new("a sheet a language", 11, 4), new("last", 15, 2)],
            part.Pages);
        Assert.Equal(
            [new("no address", LetterProblemKind.NoAddress), new("too long", LetterProblemKind.Overflow),
             new("address too long", LetterProblemKind.AddressTooLong), new("no glyph", LetterProblemKind.MissingGlyph),
             new("long sender", LetterProblemKind.SenderTooLong)],
            part.Problems);
        Assert.Equal(16, PdfFonts.Pages(part.Pdf));
    }

    [Fact]
    public async Task ArabicInThePdf_IsText_AndIsShaped()
    {
        await using var printer = SomeLetters.Printer();
        var part = await printer.PrintAsync([SomeLetters.Letter("a", SomeLetters.Arabic, SomeLetters.Swedish)], EnvelopeProfile.C5H2, Token);
        var characters = PdfFonts.Characters(part.Pdf);
        Assert.All("نحنالمكتبةÅäöV0", c => Assert.True(characters.Contains(c), $"{c} can be copied from the PDF"));
        // The same letter has another form at the beginning, in the middle and at the end of a word.
        var glyphs = PdfFonts.GlyphsByCharacter(part.Pdf);
        Assert.All("ملعهح", c => Assert.True(glyphs[c].Distinct().Count() >= 2, $"{c} is joined to its neighbours"));
    }

    [Fact]
    public async Task ThePdfsMetadata_SaysNothingOfAnyone()
    {
        await using var printer = SomeLetters.Printer();
        var part = await printer.PrintAsync([SomeLetters.Letter("ref-4711", SomeLetters.Swedish)], EnvelopeProfile.C5H2, Token);
        var pdf = Encoding.Latin1.GetString(part.Pdf.Span);
        Assert.Contains("/Title (Brev)", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("ref-4711", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Author", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKilledBrowser_IsReplaced_AndTheLastOneEndsWithThePrinter()
    {
        var printer = SomeLetters.Printer();
        await printer.PrintAsync([SomeLetters.Letter("a", SomeLetters.Swedish)], EnvelopeProfile.C5H2, Token);
        var first = printer.BrowserProcessId!.Value;
        using (var browser = Process.GetProcessById(first))
        {
            browser.Kill();
            await browser.WaitForExitAsync(Token);
        }

        var part = await printer.PrintAsync([SomeLetters.Letter("b", SomeLetters.Swedish)], EnvelopeProfile.C5H2, Token);
        Assert.Equal(2, PdfFonts.Pages(part.Pdf));
        var second = printer.BrowserProcessId!.Value;
        Assert.NotEqual(first, second);
        await printer.DisposeAsync();
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(second));
    }

    [Fact]
    public async Task APrintStopped_LeavesThePrinterFitForTheNext()
    {
        await using var printer = SomeLetters.Printer();
        using var stop = new CancellationTokenSource();
        var many = Enumerable.Range(0, LetterPrinter.MaxLettersInPart).Select(i => SomeLetters.Letter($"{i}", SomeLetters.Arabic, SomeLetters.Swedish)).ToList();
        var printing = printer.PrintAsync(many, EnvelopeProfile.C5H2, stop.Token);
        stop.CancelAfter(TimeSpan.FromMilliseconds(700));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        var part = await printer.PrintAsync([SomeLetters.Letter("a", SomeLetters.Swedish)], EnvelopeProfile.C5H2, Token);
        Assert.Equal(2, PdfFonts.Pages(part.Pdf));
    }

    [Fact]
    public async Task TwoWhoUnpackAtOnce_GetOneWholeBrowser()
    {
        var folder = Directory.CreateTempSubdirectory("letters-cache-").FullName;
        try
        {
            var options = new LettersOptions
            {
                ChromiumFolder = SomeLetters.Options.ChromiumFolder,
                FontsFolder = SomeLetters.Options.FontsFolder,
                CacheFolder = folder,
            };
            var both = await Task.WhenAll(ChromiumPackage.UnpackAsync(options, Token), ChromiumPackage.UnpackAsync(options, Token));
            Assert.Equal(both[0], both[1]);
            Assert.DoesNotContain(Directory.EnumerateDirectories(folder), d => d.EndsWith(".partial", StringComparison.Ordinal));
            await using var browser = await ChromiumProcess.StartAsync(both[0], TimeProvider.System, Token);
            Assert.True(browser.IsAlive);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void WhatAKilledProcessLeft_IsDeletedByTheNext_AndTheLivingAreLeftAlone()
    {
        var cache = Directory.CreateTempSubdirectory("letters-cache-").FullName;
        try
        {
            var left = Path.Combine(cache, "running", "dead");
            Directory.CreateDirectory(left);
            File.WriteAllText($"{left}.claim", "");
            File.WriteAllText(Path.Combine(left, "half.pdf"), "x");
            using var living = RunFolder.Create(cache);
            using var next = RunFolder.Create(cache);
            Assert.False(Directory.Exists(left));
            Assert.True(Directory.Exists(living.Folder));
            next.Dispose();
            Assert.False(Directory.Exists(next.Folder));
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }
}
