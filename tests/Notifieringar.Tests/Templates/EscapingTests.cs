using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class EscapingTests
{
    private static readonly NoticeFacts Hostile = SomeNotice.Facts() with { GuardianName = "<b>{{7*7}}</b> O'Neil & \"Åsa\"" };

    [Fact]
    public void T113_Render_HostileNameInALetter_IsLiteral() =>
        Assert.Equal(
            "<p>Hej <bdi>&lt;b&gt;{{7*7}}&lt;/b&gt; O&#39;Neil &amp; &quot;Åsa&quot;</bdi>!</p>",
            SomeNotice.Rendered("<p>Hej {{ guardian.name }}!</p>", Hostile).Body);

    [Fact]
    public void Render_HostileNameInASms_IsLiteral() =>
        Assert.Equal("Hej <b>{{7*7}}</b> O'Neil & \"Åsa\"!", SomeNotice.Rendered("Hej {{ guardian.name }}!", Hostile, Channel.Sms).Body);

    [Theory]
    [InlineData("{{ guardian.name | string.upcase }}")]
    [InlineData("{{ guardian.name + '' }}")]
    [InlineData("{{ x = guardian.name; x }}")]
    [InlineData("{{ [guardian.name] }}")]
    [InlineData("{{ capture x }}{{ guardian.name }}{{ end }}{{ x }}")]
    [InlineData("{{ func f; ret guardian.name; end; f }}")]
    [InlineData("<p title=\"{{ guardian.name }}\">x</p>")]
    public void Render_HostileNameByAnyWay_IsNeverMarkup(string source)
    {
        var body = SomeNotice.Rendered(source, Hostile).Body;

        Assert.DoesNotContain("<b>", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("49", body, StringComparison.Ordinal);
        Assert.Contains("&lt;", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"<", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CapturedBlock_IsEscapedOnce() =>
        Assert.Equal("<strong><bdi>A&amp;O</bdi></strong>", SomeNotice.Rendered(
            "{{ capture x }}<strong>{{ guardian.name }}</strong>{{ end }}{{ x }}", SomeNotice.Facts() with { GuardianName = "A&O" }).Body);

    [Fact]
    public void Render_Raw_IsMarkup() => Assert.Equal("<strong>x</strong>", SomeNotice.Rendered("{{ '<strong>x</strong>' | raw }}").Body);

    [Fact]
    public void Render_TextLiteral_IsEscapedWithoutRaw() => Assert.Equal("Sång &amp; saga", SomeNotice.Rendered("{{ 'Sång & saga' }}").Body);

    [Fact]
    public void Render_LinkAttribute_HoldsTheBareAddress() =>
        Assert.Equal(
            "<a href=\"https://svar.example.se/?a=1&amp;b=2\">svara</a>",
            SomeNotice.Rendered(
                "<a href=\"{{ answer.url }}\">svara</a>",
                SomeNotice.Facts("ar") with { AnswerUrl = "https://svar.example.se/?a=1&b=2" }).Body);

    [Fact]
    public void Render_ControlAndDirectionCharactersInData_AreRemoved() =>
        Assert.Equal("Hej Åsa Berg!", SomeNotice.Rendered(
            "Hej {{ guardian.name }}!", SomeNotice.Facts() with { GuardianName = "\u202EÅsa\nBerg\u2066" }, Channel.Sms).Body);

    [Fact]
    public void Render_NewlineInASubjectValue_CannotAddAHeader()
    {
        var text = SomeNotice.Rendered(
            "{{ capture subject }}Hej\n{{ guardian.name }}{{ end }}<p>Hej</p>",
            SomeNotice.Facts() with { GuardianName = "Åsa\r\nBcc: x@example.se" },
            Channel.Email);

        Assert.Equal("Hej Åsa Bcc: x@example.se", text.Subject);
    }
}
