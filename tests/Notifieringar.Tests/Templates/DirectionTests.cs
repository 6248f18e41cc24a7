using Notifieringar.Model;

namespace Notifieringar.Tests.Templates;

public sealed class DirectionTests
{
    [Fact]
    public void Render_ArabicSms_IsolatesTimesPhonesAndNames() =>
        Assert.Equal(
            "\u206610:00\u2069 \u2066070-1740605\u2069 \u2068Hylte bibliotek\u2069",
            SomeNotice.Rendered("{{ visit.time }} {{ sender.phone }} {{ sender.name }}", SomeNotice.Facts("ar"), Channel.Sms).Body);

    [Fact]
    public void Render_ArabicLetter_IsolatesWithMarkup() =>
        Assert.Equal(
            "<bdi dir=\"ltr\">10:00</bdi> الثلاثاء 4 مارس (<bdi dir=\"ltr\">2025-03-04</bdi>) <bdi>Alva</bdi> و<bdi>Bo</bdi>",
            SomeNotice.Rendered(
                "{{ visit.time }} {{ visit.date }} {{ children.names }}", SomeNotice.Facts("ar") with { ChildNames = ["Alva", "Bo"] }).Body);

    [Theory]
    [InlineData("sv", "070-174\u00A006\u00A005")]
    [InlineData("fa", "<bdi dir=\"ltr\">070-174\u00A006\u00A005</bdi>")]
    public void Render_PhoneInALetter_StaysOnOneLine(string language, string expected) =>
        Assert.Equal(expected, SomeNotice.Rendered("{{ sender.phone }}", SomeNotice.Facts(language) with { Phone = "070-174 06 05" }).Body);

    [Fact]
    public void Render_SwedishSms_HasNoMarksThatCostRoom() =>
        Assert.Equal(
            "10.00 070-1740605 Hylte bibliotek",
            SomeNotice.Rendered("{{ visit.time }} {{ sender.phone }} {{ sender.name }}", channel: Channel.Sms).Body);

    [Fact]
    public void Render_ArabicNameInSwedishPlainText_IsIsolated() =>
        Assert.Equal("Hej \u2068ليلى\u2069!", SomeNotice.Rendered(
            "Hej {{ guardian.name }}!", SomeNotice.Facts() with { GuardianName = "ليلى" }, Channel.Sms).Body);

    [Fact]
    public void Render_Names_AreEnumeratedAsInTheLanguage()
    {
        string[] names = ["Alva", "Bo", "Cleo"];
        string Written(string language, int count) => SomeNotice.Rendered(
            "{{ children.names }}", SomeNotice.Facts(language) with { ChildNames = [.. names.Take(count)] }, Channel.Sms).Body;

        Assert.Equal("Alva", Written("sv", 1));
        Assert.Equal("Alva och Bo", Written("sv", 2));
        Assert.Equal("Alva, Bo och Cleo", Written("sv", 3));
        Assert.Equal("Alva, Bo and Cleo", Written("en", 3));
        Assert.Equal("\u2068Alva\u2069 و\u2068Bo\u2069 و\u2068Cleo\u2069", Written("ar", 3));
    }
}
