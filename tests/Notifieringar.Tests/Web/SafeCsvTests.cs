using System.Text;
using Notifieringar.Web.Staff;

namespace Notifieringar.Tests.Web;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46701740605")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" \t=HYPERLINK(\"https://example.se\")")]
    [InlineData("\r\n=1")]
    public void Of_WhatExcelWouldReckonOut_IsText(string value) =>
        Assert.StartsWith("\"'", Text([[value]]), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Barnets förnamn")]
    [InlineData("3 = tre")]
    public void Of_OtherText_StandsAsItIs(string value) => Assert.Equal($"\"{value}\"\r\n", Text([[value]]));

    [Fact]
    public void Of_SeparatorsMarksAndLineBreaks_StayInTheirCell() =>
        Assert.Equal("\"a;b\";\"c \"\"d\"\"\ne\"\r\n\"2\"\r\n", Text([["a;b", "c \"d\"\ne"], ["2"]]));

    [Fact]
    public void Of_IsMarkedAsUtf8() => Assert.True(SafeCsv.Of([]).AsSpan().SequenceEqual(Encoding.UTF8.Preamble));

    private static string Text(string[][] rows) => Encoding.UTF8.GetString(SafeCsv.Of(rows).AsSpan(Encoding.UTF8.Preamble.Length));
}
