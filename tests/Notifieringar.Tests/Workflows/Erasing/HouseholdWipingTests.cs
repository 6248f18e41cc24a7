using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Workflows.Erasing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Erasing;

public sealed class HouseholdWipingTests
{
    private static readonly PersonId Erased = Some.Guardian().Id;
    private static readonly PersonId Other = new("ffffffffffffffffffffffffffffffff");

    [Fact]
    public void Without_APersonAmongOthers_LeavesTheOthers() =>
        Assert.Equal([Other], HouseholdWiping.Without(Campaign(Erased, Other), Erased).Audience.People);

    [Fact]
    public void Without_TheOnlyPerson_IsForNobody_NotForEverybody()
    {
        var left = HouseholdWiping.Without(Campaign(Erased), Erased).Audience;

        Assert.False(left.People.IsEmpty); // none named is for all
        Assert.DoesNotContain(Erased, left.People);
    }

    private static Campaign Campaign(params ImmutableArray<PersonId> people) => new(
        Some.Unit,
        new OccasionId("0a"),
        "sagostund",
        "invitation",
        new LocalDateTime(2027, 3, 2, 10, 0),
        new CampaignAudience([], [], people),
        CampaignState.Draft,
        "anna",
        ApprovedBy: null,
        Instant.MaxValue,
        Recipients: null,
        Pins: "",
        Result: null,
        CheckedAt: null,
        Version: "1");
}
