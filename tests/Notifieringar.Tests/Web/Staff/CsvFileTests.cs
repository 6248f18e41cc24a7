using Notifieringar.Web.Staff;

namespace Notifieringar.Tests.Web.Staff;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("=HYPERLINK(\"http://example.se\";\"x\")", "\"'=HYPERLINK(\"\"http://example.se\"\";\"\"x\"\")\"")]
    public void Text_WhatExcelWouldTakeForAFormula_IsText(string cell, string written) =>
        Assert.Equal($"{written}\r\n", CsvFile.Text([[cell]]));

    [Theory]
    [InlineData("Språkstart, första", "Språkstart, första")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("rad\nrad", "\"rad\nrad\"")]
    [InlineData("–", "–")]
    [InlineData("", "")]
    public void Text_QuotesWhatNeedsIt(string cell, string written) => Assert.Equal($"{written}\r\n", CsvFile.Text([[cell]]));

    [Fact]
    public void Text_HasSemicolonsBetweenCells() => Assert.Equal("År;Antal\r\n2027;12\r\n", CsvFile.Text([["År", "Antal"], ["2027", "12"]]));
}
