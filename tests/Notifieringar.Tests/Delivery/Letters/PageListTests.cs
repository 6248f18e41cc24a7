using System.Text;
using System.Text.Json;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Browser;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class PageListTests
{
    [Fact]
    public void Close_LettersOfTwoAndFourPagesAndAProblem_CountsEveryPageOnce()
    {
        LetterToPrint[] letters = [.. "abcd".Select(c => SomeLetter.With(reference: $"{c}"))];
        var problems = new LetterProblemKind?[4];
        using var measured = JsonDocument.Parse("""
            [{"index":0,"pages":2,"problem":null},{"index":1,"pages":4,"problem":null},
             {"index":2,"pages":2,"problem":"Overflow"},{"index":3,"pages":2,"problem":null}]
            """);
        var part = PageList.Close(letters, problems, PageList.Read(measured.RootElement, problems), default);
        Assert.Equal([new("a", 1, 2), new("b", 3, 4), new("d", 7, 2)], part.Pages);
        Assert.Equal([new("c", LetterProblemKind.Overflow)], part.Problems);
    }

    [Theory]
    [InlineData("<</Type /Pages\n/Count 12\n/Kids [1 0 R]>>", 12)]
    [InlineData("<</Type /Pages\n/Kids [1 0 R 2 0 R]\n/Count 8>> <</Type /Pages\n/Kids [3 0 R]\n/Count 14>>", 14)]
    [InlineData("<</Type /Page\n/Parent 2 0 R>>", 0)]
    public void PdfPageCount_IsTheRootOfThePageTree(string pdf, int expected) =>
        Assert.Equal(expected, PdfPageCount.Of(Encoding.Latin1.GetBytes(pdf)));
}
