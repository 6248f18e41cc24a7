using Notifieringar.Model;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class StillClosedTests
{
    private const ClosedChannels All = ClosedChannels.Sms | ClosedChannels.Email | ClosedChannels.Letter;

    private static readonly Person Before = Some.Guardian() with { Closed = All };

    [Fact]
    public void Of_TheSameContacts_AreAllStillClosed() => Assert.Equal(All, StillClosed.Of(Before, Some.Guardian()));

    [Fact]
    public void Of_ANewNumber_IsOpen() =>
        Assert.Equal(ClosedChannels.Email | ClosedChannels.Letter, StillClosed.Of(Before, Some.Guardian() with { Phone = new PhoneNumber("+46701740699") }));

    [Fact]
    public void Of_ANewAddress_TakesLettersAgain() =>
        Assert.Equal(ClosedChannels.Sms | ClosedChannels.Email, StillClosed.Of(Before, Some.Guardian() with { Address = new PostalAddress(null, "Nygatan 2", "99810", "Åsinge", null) }));
}
