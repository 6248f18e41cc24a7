using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class MissingValueTests
{
    private static readonly NoticeFacts Nameless = SomeNotice.Facts() with { GuardianName = " " };

    [Theory]
    [InlineData("Hej {{ guardian.name }}!")]
    [InlineData("{{ \"Hej \" + guardian.name + \"!\" }}")]
    [InlineData("{{ x = guardian.name }}Hej {{ x }}!")]
    [InlineData("{{ guardian['name'] }}")]
    [InlineData("{{ guardian.name | string.upcase }}")]
    [InlineData("{{ capture x }}{{ guardian.name }}{{ end }}Hej {{ x }}")]
    [InlineData("{{ guardian.name == \"Hur är det?? Bra\" }}")]
    [InlineData("{{ guardian.name # ?? }}")]
    [InlineData("{{ 'Hej ' + guardian.name ?? 'vän' }}!")]
    [InlineData("{{ x = guardian.name ?? null }}Hej {{ x }}!")]
    [InlineData("{{ string.upcase guardian.name; sender.name ?? 'x' }}")]
    [InlineData("{{ (guardian.name | string.upcase) ?? 'VÄN' }}")]
    public void T112_Render_AbsentValueIsUsed_IsMissing(string source) =>
        Assert.Equal(new RenderOutcome.MissingValue("guardian.name"), SomeNotice.Render(source, Nameless));

    [Theory]
    [InlineData("{{ if guardian.name }}Hej {{ guardian.name }}!{{ else }}Hej!{{ end }}", "Hej!")]
    [InlineData("{{ guardian.name ?? \"vän\" }}", "vän")]
    [InlineData("Hej {{ (guardian.name) ?? 'vän' | string.upcase }}!", "Hej VÄN!")]
    [InlineData("{{ guardian['name'] ?? guardian.name ?? 'vän' }}", "vän")]
    [InlineData("{{ 'Hej ' + (guardian.name ?? 'vän') }}", "Hej vän")]
    [InlineData("{{ with guardian; name ?? 'vän'; end }}", "vän")]
    [InlineData("{{ if !guardian.name || guardian.name == 'x' }}Hej!{{ end }}", "Hej!")]
    [InlineData("{{\n  if guardian.name\n    guardian.name\n  else\n    'vän'\n  end\n}}", "vän")]
    [InlineData("{{ if visit.minutes > 90 }}Länge{{ else if guardian.name }}Hej du{{ else }}Hej!{{ end }}", "Hej!")]
    public void Render_TextHandlesAbsence_IsWritten(string source, string expected) =>
        Assert.Equal(expected, SomeNotice.Rendered(source, Nameless).Body);

    [Theory]
    [InlineData("Hej {{ vardnadshavare }}!", "vardnadshavare")]
    [InlineData("{{ visit.datum }}", "visit.datum")]
    [InlineData("{{ if visit.datum }}x{{ end }}y", "visit.datum")]
    [InlineData("{{ visit.datum ?? 'snart' }}", "visit.datum")]
    [InlineData("{{ date.now }}", "date")]
    [InlineData("{{ math.uuid }}", "math")]
    [InlineData("{{ object.eval '1' }}", "object")]
    public void Render_UnknownName_IsMissingEvenWithAnAlternative(string source, string path) =>
        Assert.Equal(new RenderOutcome.MissingValue(path), SomeNotice.Render(source));

    [Fact]
    public void Render_LastAlternativeIsAbsentToo_IsMissing() =>
        Assert.Equal(
            new RenderOutcome.MissingValue("answer.code"),
            SomeNotice.Render("{{ answer.url ?? answer.code }}", SomeNotice.Facts() with { AnswerUrl = null, ShortCode = "" }));

    [Fact]
    public void Render_NoTime_IsMissing() =>
        Assert.Equal(
            new RenderOutcome.MissingValue("visit.time"),
            SomeNotice.Render("kl. {{ visit.time }}", SomeNotice.Facts() with { Starts = null }, Channel.Sms));

    [Fact]
    public void Render_NoChildren_IsMissing() =>
        Assert.Equal(
            new RenderOutcome.MissingValue("children.names"),
            SomeNotice.Render("{{ children.names }}", SomeNotice.Facts() with { ChildNames = [" "] }));
}
