using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates.Checking;

public sealed class ModelReadsTests
{
    [Theory]
    [InlineData("{{ visit.date }} {{ visit.time }}", "visit.date visit.time")]
    [InlineData("visit.date {{ 'visit.date' }} {{ # visit.date }} {{ \"{{ visit.date }}\" }}", "")]
    [InlineData("{{ if false }}{{ visit.date }}{{ else }}{{ guardian.name }}{{ end }}", "guardian.name visit.date")]
    [InlineData("{{ guardian.name ?? 'vän' | string.upcase }}", "guardian.name")]
    [InlineData("{{ visit['date'] }}{{ $\"kl. {visit.time}\" }}", "visit.date visit.time")]
    [InlineData("{{ with visit; date; 'time'; end }}{{ date ?? '' }}", "visit.date")]
    [InlineData("{{ visit.date.size }}{{ v = visit.time; v }}", "visit.date visit.time")]
    [InlineData("{{ x = {name: sender.name}; x.name }}{{ string.replace visit.date match:sender.phone replace:'' }}", "sender.name sender.phone visit.date")]
    [InlineData("{{ func f(visit); visit.date; end; f answer.code }}", "answer.code")]
    [InlineData("{{ case children.count; when 1; sender.name; else; visit.minutes; end }}", "children.count sender.name visit.minutes")]
    [InlineData("{{ capture subject }}{{ visit.short_date }}{{ end }}{{ for c in children.names; c; visit.weekday; end }}", "children.names visit.short_date visit.weekday")]
    [InlineData("{{ if visit.date", "")]
    public void Placeholders_In_ReadsTheSyntaxTree(string source, string expected) => Assert.Equal(expected, string.Join(' ', Placeholders.In(source)));
}
