using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Tests.Templates.Checking;

public sealed class SmsCheckTests
{
    [Theory]
    [InlineData("Öppet\n09–16, ”SFI” – välkomna…", "sms-character@2:3 sms-character@2:8 sms-character@2:24")]
    [InlineData("Vi ses {{ guardian.name ?? '…' }}", "sms-character@1:29")]
    [InlineData("Hej\u00A0Åsa", "sms-character@1:4")]
    [InlineData("Hej 🎈 alla", "sms-character@1:5")]
    [InlineData("Åäö é Ü ß € [ ] ~ $ @", "")]
    public void Of_Sms_FindsWhatForcesTheLargerAlphabet(string source, string expected) => Assert.Equal(expected, Checks.Places(Checks.Of(source, Channel.Sms)));

    [Theory]
    [InlineData("a – b", "Skriv - i stället.")]
    [InlineData("a ” b", "Skriv \" i stället.")]
    [InlineData("a\u00A0b", "Skriv ett vanligt mellanslag i stället.")]
    [InlineData("a\u00ADb", "Ta bort det; det syns ändå inte.")]
    [InlineData("façade", "Skriv c i stället.")]
    [InlineData("a 🎈 b", "Ta bort det eller skriv på annat sätt.")]
    public void Of_SmsCharacter_SaysWhatToWriteInstead(string source, string remedy) => Assert.Equal(remedy, Assert.Single(Checks.Of(source, Channel.Sms)).Remedy);

    [Fact]
    public void Of_AnotherAlphabet_IsANoteAndNotAnErrorPerLetter()
    {
        var finding = Assert.Single(Checks.Of("مرحبا – بكم", Channel.Sms, "ar"));

        Assert.Equal((TextFindingCode.SmsAlphabet, FindingWeight.Note), (finding.Code, finding.Weight));
    }

    [Fact]
    public void Of_Letter_MayUseAnyCharacter() => Assert.Empty(Checks.Of("Öppet 09–16 …"));

    [Theory]
    [InlineData("Hej", SmsEncoding.Gsm7, 3, 1)]
    [InlineData("Hej –", SmsEncoding.Ucs2, 5, 1)]
    [InlineData("{{ visit.time }}", SmsEncoding.Gsm7, 5, 1)]
    [InlineData("{{ if visit.date }}kort{{ else }}mycket längre{{ end }}", SmsEncoding.Gsm7, 13, 1)]
    [InlineData("{{ if visit.date }}a{{ else if visit.time }}abc{{ else }}ab{{ end }}", SmsEncoding.Gsm7, 3, 1)]
    [InlineData("{{ guardian.name ?? 'x' }}", SmsEncoding.Gsm7, 19, 1)]
    [InlineData("{{ visit.at_your_home ? 'ja' : 'nej' }}", SmsEncoding.Gsm7, 3, 1)]
    [InlineData("{{ case children.count; when 1; 'ett'; else; 'flera'; end }}", SmsEncoding.Gsm7, 5, 1)]
    [InlineData("{{ capture subject }}nej{{ end }}€", SmsEncoding.Gsm7, 2, 1)]
    [InlineData("{{ sender.name | string.upcase }}", SmsEncoding.Gsm7, 22, 1)]
    public void LongestSms_FollowsTheSyntaxTree(string source, SmsEncoding encoding, int units, int segments) =>
        Assert.Equal(new SmsLength(encoding, units, segments), TextCheck.LongestSms(Checks.Text(source, Channel.Sms)));

    [Fact]
    public void LongestSms_OtherChannelOrBrokenCode_IsNotTold()
    {
        Assert.Null(TextCheck.LongestSms(Checks.Text("Hej")));
        Assert.Null(TextCheck.LongestSms(Checks.Text("{{ if", Channel.Sms)));
    }

    [Theory]
    [InlineData(160, "")]
    [InlineData(161, "sms-parts@1:1")]
    public void Of_SmsOfManyParts_IsAWarning(int length, string expected) =>
        Assert.Equal(expected, Checks.Places(Checks.Of(new string('a', length), Channel.Sms)));
}
