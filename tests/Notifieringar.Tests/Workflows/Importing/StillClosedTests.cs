using Notifieringar.Model;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class StillClosedTests
{
    private static readonly Person Stored = Some.Guardian() with { Closed = ClosedChannels.Letter | ClosedChannels.Sms };

    [Fact]
    public void Of_TheSameContacts_StayClosed() => Assert.Equal(Stored.Closed, StillClosed.Of(Some.Guardian(), Stored));

    [Fact]
    public void Of_AnotherAddress_OpensLettersOnly() => Assert.Equal(
        ClosedChannels.Sms,
        StillClosed.Of(Some.Guardian() with { Address = Some.Guardian().Address! with { Street = "Nyvägen 9" } }, Stored));

    [Fact]
    public void Of_AnotherPhone_OpensSmsOnly() =>
        Assert.Equal(ClosedChannels.Letter, StillClosed.Of(Some.Guardian() with { Phone = new PhoneNumber("+46701740699") }, Stored));

    [Fact]
    public void Of_NoContactAtAll_IsNoNewOne() =>
        Assert.Equal(Stored.Closed, StillClosed.Of(Some.Guardian() with { Address = null, Phone = null }, Stored));
}
