using Notifieringar.Delivery.Letters;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class WindowCheckTests
{
    public static TheoryData<string> Envelopes => [.. EnvelopeProfile.Shipped.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Of_EveryShippedEnvelope_ShowsTheAddressAndNothingElse_AtEveryShift(string name)
    {
        var envelope = EnvelopeProfile.Shipped.Single(profile => profile.Name == name);

        var shifts = WindowCheck.Of(envelope);

        Assert.Equal(9, shifts.Distinct().Count());
        Assert.All(shifts, shift => Assert.True(shift is { ShowsAddress: true, ShowsMore: false }, $"{shift}"));
        Assert.Equal((envelope.Window.X - envelope.SlackX, envelope.Window.Y - envelope.SlackY), (shifts[^1].Seen.X, shifts[^1].Seen.Y));
    }
}
