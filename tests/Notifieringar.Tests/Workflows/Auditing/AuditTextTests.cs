using Notifieringar.Model;
using Notifieringar.Workflows.Auditing;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Tests.Workflows.Auditing;

public sealed class AuditTextTests
{
    private static readonly ContactHashes Hashes = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    private static readonly AuditText Text = new(Hashes);

    [Theory]
    [InlineData("sprakstart-6")]
    [InlineData("2025-02-03")]
    [InlineData("1")]
    [InlineData("0123456789abcdef")]
    [InlineData("a1b2c3d4~invitation")]
    [InlineData("bibliotekssystem")]
    public void Of_AnId_IsWrittenAsItIs(string id) => Assert.Equal(id, Text.Of(id));

    [Theory]
    [InlineData("Malva Provström")]
    [InlineData("Malva")]
    [InlineData("malva@example.se")]
    [InlineData("0701740611")]
    [InlineData("070-1740611")]
    [InlineData("+46701740611")]
    [InlineData("20260814-0007")]
    [InlineData("<b>")]
    [InlineData("a\nb")]
    [InlineData("")]
    public void Of_WhatMayNameSomebody_IsLeftOut(string text) => Assert.Equal("…", Text.Of(text));

    [Fact]
    public void Of_APersonsId_IsTheBeginningOfTheirErasuresId()
    {
        var person = new PersonId("0123456789abcdef0123456789abcdef");

        Assert.Equal($"h-{Hashes.OfErased(person)[..12]}", Text.Of(person.Value));
        Assert.DoesNotContain(person.Value[..8], Text.Of([person.Value, "x"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Much_IsCut() => Assert.InRange(Text.Of(Enumerable.Repeat("sprakstart-6", 100)).Length, 100, 300);
}
