using Notifieringar.Model;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Tests.Workflows.Answers;

public sealed class UnsubscribeTokensTests
{
    private static readonly PersonId Person = Some.Guardian().Id;
    private readonly UnsubscribeTokens _tokens = new(new byte[32]);

    [Fact]
    public void Read_ATokenOfOurs_IsWhoseItIs() => Assert.Equal((Some.Unit, Person), _tokens.Read(_tokens.Of(Some.Unit, Person)));

    [Fact]
    public void Of_APerson_SaysNothingOfWhoItIs_AndFitsAnAddress()
    {
        var token = _tokens.Of(Some.Unit, Person);

        Assert.Equal(token, _tokens.Of(Some.Unit, Person));
        Assert.All(token, sign => Assert.True(char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'));
        Assert.DoesNotContain(Some.Unit.Value, System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ATokenOfAnotherKey_IsNobodys() =>
        Assert.Null(_tokens.Read(new UnsubscribeTokens([.. Enumerable.Repeat((byte)1, 32)]).Of(Some.Unit, Person)));

    [Fact]
    public void Read_ATokenWithAnyBitChanged_IsNobodys()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(_tokens.Of(Some.Unit, Person));

        Assert.All(Enumerable.Range(0, bytes.Length), index =>
            Assert.Null(_tokens.Read(System.Buffers.Text.Base64Url.EncodeToString([.. bytes[..index], (byte)(bytes[index] ^ 1), .. bytes[(index + 1)..]]))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AAAA")]
    [InlineData("inte en kod!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_AnythingElse_IsNobodys(string token) => Assert.Null(_tokens.Read(token));
}
