using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows;

public sealed class HouseholdGroupsTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2027, 2, 1, 8, 0);

    private static readonly PeopleRow Row = new(
        LineNumber: 2,
        HouseholdReference: "H1",
        ChildReference: "B1",
        "Åsa",
        "Ek",
        new PostalAddress(null, "Björkstigen 1", "99810", "Åsinge", null),
        new PhoneNumber("+46701740605"),
        new EmailAddress("asa@example.se"),
        "sv",
        "Alma",
        new LocalDate(2026, 9, 1),
        ChildLivesHere: true,
        ChildDeceased: false,
        Protected: false,
        OptedOut: false,
        Warnings: []);

    [Fact]
    public void Of_OneRow_IsAHouseholdAsOfTheFile()
    {
        var household = Assert.Single(Of(Row));

        Assert.Equal(("Åsa Ek", "sv", AsOf), (household.Person.FullName, household.Person.Language, household.Person.DataAsOf));
        Assert.Equal(Silences.None, household.Person.Silences);
        Assert.Equal(("Alma", true, false), household.Children.Select(child => (child.FirstName, child.LivesHere, child.Deceased)).Single());
        Assert.Empty(household.Links);
    }

    [Fact]
    public void Of_TwoFiles_NamesTheSamePeopleTheSame()
    {
        var first = Of(Row).Single();
        var second = Of(Row with { LineNumber = 7, GuardianGivenName = "Åsa-Märta", ChildFirstName = "Alma Li" }).Single();

        Assert.Equal(first.Person.Id, second.Person.Id);
        Assert.Equal(first.Children[0].Id, second.Children[0].Id);
        Assert.Matches("^[0-9a-f]{32}$", first.Person.Id.Value);
    }

    [Fact]
    public void Of_TwoUnits_NamesThemDifferently() => // so that one unit's ids say nothing about another's
        Assert.NotEqual(Of(Row).Single().Person.Id, HouseholdGroups.Of(new UnitId("annan"), [Row], AsOf).Single().Person.Id);

    [Fact]
    public void Of_Twins_IsOneHousehold()
    {
        var household = Assert.Single(Of(Row, Row with { ChildReference = "B2", ChildFirstName = "Bo" }));

        Assert.Equal(["Alma", "Bo"], household.Children.Select(child => child.FirstName));
    }

    [Fact]
    public void Of_TwoGuardiansOfOneChild_IsTwoHouseholdsThatAreLinked()
    {
        var (first, second) = Two(Row, OtherHome);

        Assert.Equal([second.Person.Id], first.Links);
        Assert.Equal([first.Person.Id], second.Links);
        Assert.Equal(first.Children[0].Id, second.Children[0].Id);
        Assert.Equal((true, false), (first.Children[0].LivesHere, second.Children[0].LivesHere));
    }

    [Fact]
    public void Of_ProtectedHome_ProtectsEveryHomeItIsLinkedTo()
    {
        // H1 and H2 share a child, H2 and H3 another: the flag goes all the way.
        var households = Of(
            Row with { Protected = true }, OtherHome, OtherHome with { ChildReference = "B2" }, OtherHome with { HouseholdReference = "H3", ChildReference = "B2" });

        Assert.Equal(3, households.Length);
        Assert.All(households, household => Assert.Equal(Silences.Protected, household.Person.Silences));
    }

    [Fact]
    public void Of_ForwardingAddressInOneHome_ProtectsBoth()
    {
        var (first, second) = Two(Row with { Address = new PostalAddress(null, "Box 2820", "40320", "Göteborg", null) }, OtherHome);

        Assert.Equal((Silences.Protected, Silences.Protected), (first.Person.Silences, second.Person.Silences));
    }

    [Fact]
    public void Of_OptOutOfOneHome_SilencesTheOtherAndNobodyElse()
    {
        var stranger = Row with { HouseholdReference = "H9", ChildReference = "B9" };
        var households = Of(Row, OtherHome with { OptedOut = true }, stranger).ToDictionary(household => household.Person.Id, household => household.Person.Silences);

        Assert.Equal(Silences.OptedOut, households[Id("H1")]);
        Assert.Equal(Silences.OptedOut, households[Id("H2")]);
        Assert.Equal(Silences.None, households[Id("H9")]);
    }

    [Fact]
    public void Of_DeathToldInOneHome_IsKnownInBoth()
    {
        var (first, second) = Two(Row, OtherHome with { ChildDeceased = true });

        Assert.True(first.Children[0].Deceased);
        Assert.True(second.Children[0].Deceased);
    }

    [Fact]
    public void Of_SeveralRowsOfAHousehold_TakesTheLastThatSaysSomething()
    {
        var moved = Row with
        {
            ChildReference = "B2",
            Address = new PostalAddress(null, "Nygatan 2", "99811", "Åsinge", null),
            Phone = null,
            Language = "ar",
        };

        var person = Assert.Single(Of(Row, moved)).Person;

        Assert.Equal("Nygatan 2", person.Address?.Street);
        Assert.Equal("ar", person.Language);
        Assert.Equal("+46701740605", person.Phone?.E164);
    }

    private static PeopleRow OtherHome => Row with
    {
        LineNumber = 3,
        HouseholdReference = "H2",
        GuardianGivenName = "Omar",
        GuardianFamilyName = null,
        ChildLivesHere = false,
    };

    private static ImmutableArray<ImportedHousehold> Of(params PeopleRow[] rows) => HouseholdGroups.Of(Some.Unit, rows, AsOf);

    private static (ImportedHousehold First, ImportedHousehold Second) Two(params PeopleRow[] rows)
    {
        var households = Of(rows).ToDictionary(household => household.Person.Id);
        Assert.Equal(2, households.Count);
        return (households[Id(rows[0].HouseholdReference)], households[Id(rows[1].HouseholdReference)]);
    }

    private static PersonId Id(string reference) => HouseholdGroups.PersonIdOf(Some.Unit, reference);
}
