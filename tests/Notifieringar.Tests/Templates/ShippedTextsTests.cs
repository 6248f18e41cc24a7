using System.Text.RegularExpressions;
using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed partial class ShippedTextsTests
{
    public static TheoryData<string, string, Channel, string> Texts =>
        [.. ShippedTexts.All.Select(text => (text.Key.Programme, text.Key.Step, text.Key.Channel, text.Key.Language))];

    [Fact]
    public void All_EveryStepAndRungOfEveryProgramme_HasATextInEveryLanguage()
    {
        var expected = from programme in ShippedProgrammes.All
                       from step in programme.Steps
                       from rung in step.Ladder.Where(rung => rung.Channel != Channel.Phone)
                       from language in ShippedTexts.LanguagesOf(programme.Id)
                       select new TemplateKey(programme.Id, step.Id, rung.Channel, language);

        Assert.Equivalent(expected, ShippedTexts.All.Select(text => text.Key), strict: true);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Version_IsOfTheContent(string programme, string step, Channel channel, string language) =>
        Assert.Matches("^shipped-[0-9a-f]{12}$", SomeNotice.Shipped(programme, step, channel, language).Version);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Placeholders_Translation_ReadsWhatTheSwedishTextReads(string programme, string step, Channel channel, string language) =>
        Assert.Equal(
            Placeholders.In(SomeNotice.Shipped(programme, step, channel, "sv").Source),
            Placeholders.In(SomeNotice.Shipped(programme, step, channel, language).Source));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_EveryFamily_GetsAText(string programme, string step, Channel channel, string language)
    {
        foreach (var facts in SomeNotice.Families(language))
        {
            var text = SomeNotice.Rendered(SomeNotice.Shipped(programme, step, channel, language), facts);

            Assert.NotEmpty(text.Body);
            Assert.DoesNotContain("{{", text.Body, StringComparison.Ordinal);
            Assert.DoesNotMatch(DoubledOrStraySpace(), text.Body);
            Assert.Equal(channel == Channel.Email, text.Subject is not null);
            Assert.Equal(channel == Channel.Email, text.PlainText is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_HostileNames_AreLiteral(string programme, string step, Channel channel, string language)
    {
        var facts = SomeNotice.Facts(language) with
        {
            GuardianName = "<script>{{7*7}}</script>",
            ChildNames = ["<img src=x>", "{{ sender.phone }}"],
            SenderName = "A & B <i>",
        };
        var text = SomeNotice.Rendered(SomeNotice.Shipped(programme, step, channel, language), facts);

        Assert.DoesNotContain("49", text.Body, StringComparison.Ordinal);
        if (channel != Channel.Sms)
        {
            Assert.DoesNotContain("<script", text.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", text.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<i>", text.Body, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("A &amp; B &lt;i&gt;", text.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Source_SaysNothingItMustNot(string programme, string step, Channel channel, string language) =>
        Assert.DoesNotMatch(Forbidden(), SomeNotice.Shipped(programme, step, channel, language).Source);

    [Theory]
    [InlineData("Socialtjänsten bjuder in")]
    [InlineData("Hej mamma!")]
    [InlineData("Dear mother")]
    [InlineData("social services")]
    [InlineData("مرحباً يا ماما")]
    [InlineData("الخدمات الاجتماعية")]
    [InlineData("Tvillingarna")]
    public void Forbidden_ForbiddenWord_IsSeen(string text) => Assert.Matches(Forbidden(), text);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Html_UsesOnlyTheTagsOfTheLayouts(string programme, string step, Channel channel, string language)
    {
        var source = SomeNotice.Shipped(programme, step, channel, language).Source;
        var unknown = Tag().Matches(Code().Replace(source, "")).Select(tag => tag.Value)
            .Except(["h1", "p", "strong", "a", "bdi", "ul", "li"], StringComparer.Ordinal);

        Assert.Empty(unknown);
        Assert.True(channel != Channel.Sms || !source.Contains('<', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"  | [.,!?]|\( |  \n")]
    private static partial Regex DoubledOrStraySpace();

    [GeneratedRegex(@"social|\bsoc\b|\bmammas?\b|\bpappas?\b|\bmothers?\b|\bfathers?\b|\bmum(my)?\b|\bdad(dy)?\b|tvilling|\btwins?\b"
        + @"|الاجتماعي|السوسيال|\bماما\b|\bبابا\b|\bوالد|\b(ال|لل)?(أم|أب)\b|توأم|توأمان|språkstart|bokstart", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("(?<=</?)[a-z0-9]+")]
    private static partial Regex Tag();
}
