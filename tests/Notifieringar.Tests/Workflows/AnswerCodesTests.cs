using Notifieringar.Model;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Tests.Workflows;

public sealed class AnswerCodesTests
{
    private static readonly AnswerCodes Codes = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    private static readonly PersonId Person = Some.Guardian().Id;
    private static readonly OccasionId Occasion = Some.Invitation().Occasion;

    [Fact]
    public void CodeOf_SameInvitation_IsTheSameCode() => Assert.Equal(Codes.CodeOf(Person, Occasion, 0), Codes.CodeOf(Person, Occasion, 0));

    [Fact]
    public void CodeOf_AnotherPersonOccasionSequenceOrSecret_IsAnotherCode()
    {
        string[] codes =
        [
            Codes.CodeOf(Person, Occasion, 0),
            Codes.CodeOf(new PersonId("1" + Person.Value[1..]), Occasion, 0),
            Codes.CodeOf(Person, new OccasionId("0a1b2d"), 0),
            Codes.CodeOf(Person, Occasion, 1),
            new AnswerCodes(new byte[32]).CodeOf(Person, Occasion, 0),
        ];

        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    [Fact]
    public void CodeOf_ManyInvitations_NoCodeTwiceAndEverySignTypable()
    {
        var codes = Enumerable.Range(0, 20_000).Select(sequence => Codes.CodeOf(Person, Occasion, sequence)).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[346789BCDFGHJKLMNPQRTVWXY]{10}$", code));
    }

    [Fact]
    public void HashOf_CodeAsPrintedOrAsTyped_IsTheSame()
    {
        var code = Codes.CodeOf(Person, Occasion, 0);
        var printed = AnswerCodes.Printed(code);

        Assert.Equal($"{code[..5]}-{code[5..]}", printed);
        Assert.Matches("^[0-9a-f]{64}$", AnswerCodes.HashOf(code));
        Assert.Equal(AnswerCodes.HashOf(code), AnswerCodes.HashOf(printed));
        Assert.Equal(AnswerCodes.HashOf(code), AnswerCodes.HashOf($" {string.Concat(printed.Select(char.ToLowerInvariant)).Replace('-', ' ')} "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("346FH-9KQR")] // a sign too few
    [InlineData("346FH-9KQRTT")]
    [InlineData("346FH-9KQR0")] // 0 is in no code
    [InlineData("AAAAA-AAAAA")]
    public void HashOf_WhatCannotBeACode_IsNone(string typed) => Assert.Null(AnswerCodes.HashOf(typed));

    [Fact]
    public void Constructor_ShortSecret_SaysWhichSetting() =>
        Assert.Contains("AnswerCodes__Key", Assert.Throws<ArgumentException>(() => new AnswerCodes(new byte[31])).Message, StringComparison.Ordinal);
}
