using Notifieringar.Model;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Tests.Workflows.Reaching;

public sealed class ContactHashesTests
{
    private readonly ContactHashes _hashes = new(new byte[16]);

    [Fact]
    public void Of_AnAddressInAnotherCase_IsTheSame() =>
        Assert.Equal(_hashes.Of(new EmailAddress("Asa@example.se")), _hashes.Of(new EmailAddress("asa@example.se")));

    [Fact]
    public void Of_AnotherKeyOrContact_IsAnother()
    {
        var number = new PhoneNumber("+46701740605");
        var other = new ContactHashes([.. Enumerable.Repeat((byte)1, 16)]);

        Assert.NotEqual(_hashes.Of(number), other.Of(number));
        Assert.NotEqual(_hashes.Of(number), _hashes.Of(new PhoneNumber("+46701740606")));
        Assert.NotEqual(_hashes.Of(number), _hashes.Of(new EmailAddress("+46701740605")));
    }

    [Fact]
    public void OfErased_APerson_IsAnotherHashThanItsOptOuts() // lifting one must leave the other
    {
        var person = Some.Guardian().Id;

        Assert.Equal(32, _hashes.OfErased(person).Length);
        Assert.DoesNotContain(_hashes.OfErased(person), _hashes.Of(person), StringComparison.Ordinal);
        Assert.Equal(_hashes.OfErased(person), _hashes.OfErased(person));
    }

    [Fact]
    public void New_AShortKey_IsRefusedByTheSettingsName() =>
        Assert.Contains("Contacts__HashKey", Assert.Throws<ArgumentException>(() => new ContactHashes(new byte[15])).Message, StringComparison.Ordinal);
}
