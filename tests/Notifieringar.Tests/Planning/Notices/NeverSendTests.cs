using Notifieringar.Model;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Tests.Planning.Notices;

public sealed class NeverSendTests
{
    [Fact]
    public void Reason_OrdinaryHousehold_IsNone() => Assert.Null(NeverSend.Reason(Some.Household(), Some.Invitation()));

    [Fact]
    public void Reason_ChildWhoDied_IsDeceased() => // T20
        Assert.Equal(SkipReason.Deceased, NeverSend.Reason(Some.Household(Some.Child() with { Deceased = true }), Some.Invitation()));

    [Fact]
    public void Reason_ChildWhoIsGoneFromTheHousehold_IsDeceasedToo() =>
        Assert.Equal(SkipReason.Deceased, NeverSend.Reason(Some.Household(Some.Child("Bo")), Some.Invitation()));

    [Theory]
    [InlineData(Silences.Deceased, SkipReason.Deceased)]
    [InlineData(Silences.Protected, SkipReason.Protected)] // T27
    [InlineData(Silences.OptedOut, SkipReason.OptedOut)]
    [InlineData(Silences.Moved, SkipReason.Moved)]
    [InlineData(Silences.CustodyLost, SkipReason.CustodyLost)] // T83
    [InlineData(Silences.Erased, SkipReason.Erased)] // T87
    [InlineData(Silences.Protected | Silences.Deceased, SkipReason.Deceased)]
    [InlineData(Silences.Moved | Silences.OptedOut | Silences.Protected, SkipReason.Protected)]
    public void Reason_Silence_IsTheGravest(Silences silences, SkipReason expected) =>
        Assert.Equal(expected, NeverSend.Reason(With(Some.Guardian() with { Silences = silences }), Some.Invitation()));

    [Fact]
    public void Reason_ForwardingAddressOfTheTaxAgencyWithoutAFlag_IsProtected() // T28
    {
        var address = new PostalAddress(null, "Box 2820", "40320", "Göteborg", null);

        Assert.Equal(SkipReason.Protected, NeverSend.Reason(With(Some.Guardian() with { Address = address }), Some.Invitation()));
    }

    [Fact]
    public void Reason_AVisitCalledOff_IsVisitCancelled() =>
        Assert.Equal(SkipReason.VisitCancelled, NeverSend.Reason(Some.Household(), Some.Invitation() with { Cancelled = true }));

    [Fact]
    public void LivingChildren_TwinWhoDied_IsTheOtherAlone() // T25
    {
        var twins = Some.Household(Some.Child("Alma"), Some.Child("Bo") with { Deceased = true });
        var invitation = Some.Invitation([.. twins.Children.Select(child => child.Id)]);

        Assert.Null(NeverSend.Reason(twins, invitation));
        Assert.Equal(["Alma"], NeverSend.LivingChildren(twins, invitation).Select(child => child.FirstName));
    }

    [Fact]
    public void LivingChildren_Siblings_AreThoseInvitedOldestFirstThenByName()
    {
        var home = Some.Household(Some.Child("Cleo"), Some.Child("Alma"), Some.Child("Bo", new(2026, 8, 31)), Some.Child("Dan"));
        var invitation = Some.Invitation([.. home.Children.Where(child => child.FirstName != "Dan").Select(child => child.Id)]);

        Assert.Equal(["Bo", "Alma", "Cleo"], NeverSend.LivingChildren(home, invitation).Select(child => child.FirstName));
    }

    private static Recipient With(Person person) => Some.Household() with { Person = person };
}
