using Notifieringar.Model;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

/// <summary>Facts and texts to render.</summary>
internal static class SomeNotice
{
    public static readonly TextRenderer Renderer = new(TimeProvider.System);

    public static NoticeFacts Facts(string language = "sv") => new(
        language,
        "Åsa Berg",
        ["Alva"],
        new LocalDateTime(2025, 3, 4, 10, 0),
        Minutes: 45,
        AtYourHome: true,
        ComesUnlessNo: false,
        "Hylte bibliotek",
        "070-1740605",
        "https://svar.example.se/k/ab12cd34",
        "AB12-CD34",
        new OccasionFacts("Hylte bibliotek", new LocalDate(2025, 3, 14), Items: 3, Session: 3, Sessions: 6),
        new CampaignFacts("En rad.", "https://bibliotek.example.se/tips"));

    /// <summary>One to three children, with and without a name, at home and not, both policies, with and without an answer page.</summary>
    public static IEnumerable<NoticeFacts> Families(string language) =>
        from children in new[] { 1, 2, 3 }
        from named in new[] { true, false }
        from atHome in new[] { true, false }
        from comesUnlessNo in new[] { true, false }
        from answers in new[] { true, false }
        let facts = Facts(language)
        select facts with
        {
            ChildNames = [.. new[] { "Alva", "Bo", "Cleo" }.Take(children)],
            GuardianName = named ? facts.GuardianName : null,
            AtYourHome = atHome,
            ComesUnlessNo = comesUnlessNo,
            AnswerUrl = answers ? facts.AnswerUrl : null,
            ShortCode = answers ? facts.ShortCode : null,
            Campaign = answers ? facts.Campaign : null,
            Occasion = facts.Occasion! with { Items = children },
        };

    public static TemplateText Text(string source, Channel channel = Channel.Letter) =>
        new(new TemplateKey("sprakstart-6", "invitation", channel, "sv"), "test", source);

    public static RenderOutcome Render(string source, NoticeFacts? facts = null, Channel channel = Channel.Letter) =>
        Renderer.Render(Text(source, channel), facts ?? Facts(), CancellationToken.None);

    public static RenderedText Rendered(string source, NoticeFacts? facts = null, Channel channel = Channel.Letter) =>
        Assert.IsType<RenderOutcome.Rendered>(Render(source, facts, channel)).Text;

    public static RenderedText Rendered(TemplateText text, NoticeFacts facts) =>
        Assert.IsType<RenderOutcome.Rendered>(Renderer.Render(text, facts, CancellationToken.None)).Text;

    public static TemplateText Shipped(string step, Channel channel, string language) => Shipped("sprakstart-6", step, channel, language);

    public static TemplateText Shipped(string programme, string step, Channel channel, string language) =>
        ShippedTexts.All.Single(text => text.Key == new TemplateKey(programme, step, channel, language));
}
