using System.Text;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class PreviewReadingTests
{
    private static readonly EnvelopeProfile Envelope = EnvelopeProfile.C5H2;

    [Fact]
    public void Windows_AnAddressInItsArea_IsSeenWholeAndAloneAtEveryShift()
    {
        var windows = PreviewReading.Windows(Envelope, [Envelope.AddressArea], [new MillimetreBox(24, 100, 160, 5)]);

        Assert.Equal(4, windows.Length);
        Assert.Equal(4, windows.DistinctBy(window => (window.SlidRight, window.SlidDown)).Count());
        Assert.All(windows, window => Assert.True(window is { ShowsAddress: true, ShowsNothingElse: true }));
    }

    [Fact]
    public void Windows_AnAddressThatReachesTooFar_IsCutAtSomeShift()
    {
        var area = Envelope.AddressArea;

        var windows = PreviewReading.Windows(Envelope, [area with { Width = area.Width + 5 }], []);

        Assert.Contains(windows, window => !window.ShowsAddress);
        Assert.Contains(windows, window => window.ShowsAddress);
    }

    [Fact]
    public void Windows_SomethingElseWithinReach_IsSeenAtSomeShift()
    {
        var windows = PreviewReading.Windows(Envelope, [Envelope.AddressArea], [Envelope.Window with { Y = Envelope.Window.Y - Envelope.SlackY, Height = 1 }]);

        Assert.Equal(2, windows.Count(window => !window.ShowsNothingElse));
    }

    [Fact]
    public void WithoutStyles_AttributesOfElements_BecomeRules_AndWordsStay()
    {
        var css = new StringBuilder();

        var html = PreviewReading.WithoutStyles("<p class=\"a\" style=\"top: 1mm;\">En style=\"x\"</p><b style=\"top: 1mm;\"></b><i style=\"left: 0;\"></i>", css);

        Assert.Equal("<p class=\"a\" data-style=\"1\">En style=\"x\"</p><b data-style=\"1\"></b><i data-style=\"2\"></i>", html);
        Assert.Equal("[data-style=\"1\"]{top: 1mm;}[data-style=\"2\"]{left: 0;}", css.ToString());
    }
}
