using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class NoticeKeyTests
{
    [Theory]
    [InlineData(Channel.Sms, "sprakstart-6~0a1b2c~2~reminder~sms")]
    [InlineData(Channel.Email, "sprakstart-6~0a1b2c~2~reminder~email")]
    [InlineData(Channel.Letter, "sprakstart-6~0a1b2c~2~reminder~letter")]
    public void ToString_EveryChannel_IsReadBack(Channel channel, string text)
    {
        var key = new NoticeKey("sprakstart-6", "0a1b2c", 2, "reminder", channel);

        Assert.Equal(text, key.ToString());
        Assert.Equal(key, NoticeKey.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sprakstart-6~0a1b2c~0~reminder")]
    [InlineData("sprakstart-6~0a1b2c~0~reminder~sms~")]
    [InlineData("sprakstart-6~0a1b2c~first~reminder~sms")]
    [InlineData("sprakstart-6~0a1b2c~0~reminder~fax")]
    [InlineData("sprakstart-6~0a1b2c~0~reminder~1")]
    [InlineData("sprakstart-6~0a1b2c~0~reminder~SMS")] // it would not be written back the same
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => NoticeKey.Parse(text));

    [Fact]
    public void Equality_AnyPartThatDiffers_IsAnotherNotice()
    {
        var key = new NoticeKey("p", "o", 0, "s", Channel.Sms);
        NoticeKey[] others =
            [key with { Programme = "q" }, key with { Occasion = "u" }, key with { Sequence = 1 }, key with { Step = "t" }, key with { Channel = Channel.Email }];

        Assert.All(others, other => Assert.NotEqual(key.ToString(), other.ToString()));
        Assert.Equal(key, new NoticeKey("p", "o", 0, "s", Channel.Sms));
    }
}
