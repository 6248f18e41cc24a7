using Notifieringar.Model;
using Notifieringar.Workflows.Families;

namespace Notifieringar.Tests.Workflows.Families;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Åsa Öberg-Næss", "asa oberg nass")]
    [InlineData("  ÅSA\tÖBERG ", "asa oberg")]
    [InlineData("Þóra d'Ávila", "thora davila")]
    [InlineData("Łukasz Weiß", "lukasz weiss")]
    [InlineData("İbrahim Işık", "ibrahim isik")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("Софія", "софія")]
    [InlineData("~/\\#?", "")]
    [InlineData(null, "")]
    public void Of_AText_IsItsWordsWithoutMarks(string? text, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(text)));

    [Fact]
    public void Of_APerson_StandsOnceForEachWord_InThePartitionOfItsFirstLetter()
    {
        var person = Some.Guardian() with { GivenName = "Anna Maria", FamilyName = "Åhl" };

        Assert.Equal(
            [("a", "anna maria ahl"), ("m", "maria ahl anna"), ("a", "ahl anna maria")],
            NameWords.Of(person).Select(name => (name.Prefix, name.Name)));
        Assert.All(NameWords.Of(person), name => Assert.Equal(person.Id, name.Person));
    }

    [Theory]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.Deceased)]
    [InlineData(Silences.Erased)]
    [InlineData(Silences.Protected | Silences.OptedOut)]
    public void Of_SomebodyWhoMayNotBeFound_IsNothing(Silences silences) => Assert.Empty(NameWords.Of(Some.Guardian() with { Silences = silences }));

    [Fact]
    public void Of_SomebodyAtTheForwardingAddress_IsNothing()
    {
        var box = new PostalAddress(null, "Box 2820", "40320", "Göteborg", null);

        Assert.True(box.IsForwardingOfProtected);
        Assert.Empty(NameWords.Of(Some.Guardian() with { Address = box }));
    }

    [Theory]
    [InlineData(Silences.OptedOut)]
    [InlineData(Silences.Moved)]
    [InlineData(Silences.CustodyLost)]
    public void Of_SomebodyWhoIsOnlySilent_IsFoundByStaff(Silences silences) => Assert.NotEmpty(NameWords.Of(Some.Guardian() with { Silences = silences }));

    [Fact]
    public void Of_AnOrganisation_StandsAmongOrganisationsToo()
    {
        var agency = Some.Guardian() with { Kind = PersonKind.Organisation, GivenName = null, FamilyName = "Provby tolkar" };

        Assert.Contains(NameWords.Of(agency), name => (name.Prefix, name.Name) == (NameWords.Organisations, "provby tolkar"));
        Assert.DoesNotContain(NameWords.Of(Some.Guardian()), name => name.Prefix == NameWords.Organisations);
    }

    // Partitions are erased by a range of keys in which every prefix must lie.
    [Theory]
    [InlineData("asa", "a")]
    [InlineData("7", "7")]
    [InlineData("софія", "0441")]
    public void PrefixOf_AnyWord_IsAscii(string word, string prefix) => Assert.Equal(prefix, NameWords.PrefixOf(word));

    [Fact]
    public void Of_AVeryLongName_FitsAKey() =>
        Assert.All(NameWords.Of(Some.Guardian() with { GivenName = new string('a', 900) }), name => Assert.InRange(name.Name.Length, 1, 100));
}
