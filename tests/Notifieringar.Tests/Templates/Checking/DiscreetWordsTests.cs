using Notifieringar.Model;

namespace Notifieringar.Tests.Templates.Checking;

public sealed class DiscreetWordsTests
{
    [Theory]
    [InlineData("Hej\nfrån Socialtjänsten i Exempelstad", "social-services@2:6")]
    [InlineData("Prata med soc om det", "social-services@1:11")]
    [InlineData("Din socialsekreterare ringer", "title@1:5")]
    [InlineData("Din SOC.SEKRETERARE ringer", "title@1:5")]
    [InlineData("familjebehandlaren och familjehemmet", "title@1:1 social-services@1:24")]
    [InlineData("Barn som är placerade", "social-services@1:13")]
    [InlineData("efter en orosanmälan", "social-services@1:10")]
    [InlineData("{{ guardian.name ?? 'fosterfamiljen' }}", "social-services@1:22")]
    [InlineData("Your social worker and foster families", "title@1:6 social-services@1:24")]
    [InlineData("من الخدمات الاجتماعية", "social-services@1:4")]
    [InlineData("Sociala medier, sockor, platser och placeringskort", "social-services@1:37")]
    [InlineData("En kväll om böcker på biblioteket, social samvaro, sockerkaka", "")]
    [InlineData("{{ # socialtjänst }}Hej", "")]
    public void Of_DiscreetProgramme_FindsTheWordsThatTell(string source, string expected)
    {
        Assert.Equal(expected, Checks.Places(Checks.Of(source, discretion: Discretion.D2)));
        Assert.Equal(expected, Checks.Places(Checks.Of(source, language: "en", discretion: Discretion.D3)));
    }

    [Theory]
    [InlineData(Discretion.D0)]
    [InlineData(Discretion.D1)]
    public void Of_OpenProgramme_MayUseThem(Discretion discretion) => Assert.Empty(Checks.Of("socialtjänsten och kuratorn", discretion: discretion));
}
