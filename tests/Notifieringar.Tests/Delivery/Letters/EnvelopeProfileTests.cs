using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class EnvelopeProfileTests
{
    public static TheoryData<string> Shipped => [.. EnvelopeProfile.Shipped.Select(p => p.Name)];

    private static EnvelopeProfile Profile(string name) => EnvelopeProfile.Shipped.Single(p => p.Name == name);

    private static IEnumerable<MillimetreBox> WindowAtEveryCorner(EnvelopeProfile envelope) =>
        from x in (double[])[0, envelope.SlackX]
        from y in (double[])[0, envelope.SlackY]
        select envelope.SeenAt(x, y);

    [Theory, MemberData(nameof(Shipped))]
    public void AddressArea_SheetInAnyCorner_IsSeenWhole(string name) =>
        Assert.All(WindowAtEveryCorner(Profile(name)), window => Assert.True(window.Contains(Profile(name).AddressArea)));

    [Theory, MemberData(nameof(Shipped))]
    public void KeepClear_SheetInAnyCorner_HoldsAllThatIsSeen(string name) =>
        Assert.All(WindowAtEveryCorner(Profile(name)), window => Assert.True(Profile(name).KeepClear.Contains(window)));

    [Theory, MemberData(nameof(Shipped))]
    public void SenderAndText_SheetInAnyCorner_AreNeverSeen(string name)
    {
        var envelope = Profile(name);
        var text = new MillimetreBox(0, LetterGeometry.TextTop(envelope), 210, 297);
        Assert.All(WindowAtEveryCorner(envelope), window =>
        {
            Assert.False(window.Overlaps(LetterGeometry.Sender(envelope)));
            Assert.False(window.Overlaps(text));
        });
    }

    [Theory, MemberData(nameof(Shipped))]
    public void SenderAndAddress_LieOnTheSheetWithRoomForWords(string name)
    {
        var sheet = new MillimetreBox(0, 0, 210, 297);
        var sender = LetterGeometry.Sender(Profile(name));
        Assert.True(sheet.Contains(sender));
        Assert.True(sheet.Contains(Profile(name).AddressArea));
        Assert.True(sender.Width >= 45 && sender.Height >= 25);
        // Four lines of 10 points with a line height of 1.15, and a street name of forty letters.
        Assert.True(Profile(name).AddressArea.Height >= 4 * 10 * 1.15 * 25.4 / 72);
        Assert.True(Profile(name).AddressArea.Width >= 75);
    }

    [Fact]
    public void Window_LargerSlack_LeavesLessForTheAddress()
    {
        var tight = EnvelopeProfile.C5H2 with { SlackX = 0, SlackY = 0 };
        Assert.True(tight.AddressArea.Contains(EnvelopeProfile.C5H2.AddressArea));
        Assert.True(EnvelopeProfile.C5H2.KeepClear.Contains(tight.KeepClear));
    }

    [Fact]
    public void Default_IsARightWindowInC5() => Assert.Equal("C5-H2", EnvelopeProfile.Default.Name);
}
