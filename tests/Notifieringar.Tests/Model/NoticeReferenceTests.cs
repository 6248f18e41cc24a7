using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class NoticeReferenceTests
{
    private static readonly NoticeReference Reference =
        new(Some.Unit, Some.Guardian().Id, new NoticeKey("sprakstart-6", "0a1b2c", 2, "reminder", Channel.Sms));

    [Fact]
    public void TryParse_WhatToStringWrote_IsTheSame()
    {
        Assert.True(NoticeReference.TryParse(Reference.ToString(), out var read));
        Assert.Equal(Reference, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("asinge")]
    [InlineData("asinge~0123456789abcdef0123456789abcdef")]
    [InlineData("asinge~0123456789abcdef0123456789abcdef~sprakstart-6~0a1b2c~x~reminder~sms")]
    [InlineData("asinge~0123456789abcdef0123456789abcdef~sprakstart-6~0a1b2c~0~reminder~fax")]
    [InlineData("asinge~0123456789ABCDEF0123456789ABCDEF~sprakstart-6~0a1b2c~0~reminder~sms")]
    [InlineData("asinge~0123~sprakstart-6~0a1b2c~0~reminder~sms")]
    [InlineData("as'inge~0123456789abcdef0123456789abcdef~sprakstart-6~0a1b2c~0~reminder~sms")]
    [InlineData("asinge~0123456789abcdef0123456789abcdef~sprak/start~0a1b2c~0~reminder~sms")]
    public void TryParse_AnythingElseFromOutside_IsRefused(string? text) => Assert.False(NoticeReference.TryParse(text, out _));
}
