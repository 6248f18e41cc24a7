using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class BrokenTemplateTests
{
    [Fact]
    public void Render_MissingEnd_NamesThePlace()
    {
        var broken = Assert.IsType<RenderOutcome.BrokenTemplate>(SomeNotice.Render("<p>\n{{ if guardian.name }}Hej"));

        Assert.Equal(2, broken.Line);
        Assert.NotEmpty(broken.Message);
    }

    [Theory]
    [InlineData("{{ sender.name | string.nosuch }}")]
    [InlineData("{{ sender.name | nosuch }}")]
    public void Render_UnknownFunction_IsRefused(string source) =>
        Assert.IsNotType<RenderOutcome.Rendered>(SomeNotice.Render(source));

    [Theory]
    [InlineData("{{ while true }}x{{ end }}")]
    [InlineData("{{ for i in 1..100000 }}x{{ end }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ 'x' * 100000 }}")]
    [InlineData("{{ x = 'x' * 30000 }}{{ x }}{{ x }}")]
    public void Render_RunawayText_IsRefusedNotCut(string source) =>
        Assert.IsType<RenderOutcome.BrokenTemplate>(SomeNotice.Render(source));

    [Theory]
    [InlineData("{{ if visit.at_your_home }}{{ end }}")]
    [InlineData("")]
    public void Render_NothingSaid_IsBroken(string source) =>
        Assert.IsType<RenderOutcome.BrokenTemplate>(SomeNotice.Render(source, channel: Channel.Sms));

    [Fact]
    public void Render_EmailWithoutSubject_IsBroken() =>
        Assert.IsType<RenderOutcome.BrokenTemplate>(SomeNotice.Render("<p>Hej!</p>", channel: Channel.Email));

    [Fact]
    public void Render_CancelledByCaller_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SomeNotice.Renderer.Render(
            SomeNotice.Text("{{ for i in 1..100 }}{{ i }}{{ end }}"), SomeNotice.Facts(), cancelled.Token));
    }

    [Fact]
    public void Render_TextAssignsToAFact_ItIsNotKeptForTheNext()
    {
        SomeNotice.Render("{{ visit.time = 'fel' }}{{ string.ny = 'fel' }}{{ sender = 'fel' }}x");

        Assert.Equal("10.00 Hylte bibliotek", SomeNotice.Rendered("{{ visit.time }} {{ sender.name }}", channel: Channel.Sms).Body);
        Assert.IsNotType<RenderOutcome.Rendered>(SomeNotice.Render("{{ string.ny }}"));
    }
}
