using Notifieringar.Model;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Requests;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class PeopleRequestTests
{
    private static readonly LocalDate Today = new(2027, 3, 1);

    [Theory]
    [InlineData("""{ "reference": "O-1", "kind": "organisation", "name": "Boendet", "residents": ["Liv"] }""", "$.people[0].residents")]
    [InlineData("""{ "reference": "O-1", "kind": "organisation", "name": "Boendet", "givenName": "Liv" }""", "$.people[0].givenName")]
    [InlineData("""{ "reference": "O-1", "kind": "organisation", "name": "Boendet", "children": [{ "firstName": "Liv", "birthDate": "2020-01-01" }] }""", "$.people[0].children")]
    [InlineData("""{ "reference": "P-1", "kind": "professional", "familyName": "Ek", "children": [] }""", "$.people[0].children")]
    [InlineData("""{ "reference": "20260801-1231", "kind": "household", "familyName": "Ek" }""", "$.people[0].reference")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "phone": "inget" }""", "$.people[0].phone")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "phone": "070-174 06 05", "phoneFrom": "BVC" }""", "$.people[0].phoneFrom")]
    [InlineData("""{ "reference": "P-1", "kind": "professional", "familyName": "Ek", "phone": "070-174 06 05", "phoneFrom": "family" }""", "$.people[0].phoneFrom")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "email": "ek" }""", "$.people[0].email")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "language": "klingon" }""", "$.people[0].language")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "address": { "postalCode": "99" } }""", "$.people[0].address.postalCode")]
    [InlineData("""{ "reference": "H-1", "kind": "household", "familyName": "Ek", "children": [{ "firstName": "Liv", "birthDate": "2028-01-01" }] }""", "$.people[0].children[0].birthDate")]
    [InlineData("""{ "reference": "H-1", "kind": "household" }""", "$.people[0].givenName")]
    [InlineData("""{ "reference": "H-1", "kind": "pet", "familyName": "Ek" }""", "$.people[0].kind")]
    public void Read_WhatMayNotBeSent_IsNamedByItsPlace_AndNeverRepeated(string person, string path)
    {
        var (_, problems) = Read($$"""{ "people": [{{person}}] }""");

        Assert.Contains(path, problems.Select(problem => problem.Path));
        Assert.DoesNotContain("Liv", string.Concat(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheSameReferenceTwice_IsAProblem()
    {
        var (_, problems) = Read("""{ "people": [{ "reference": "H-1", "kind": "household", "familyName": "Ek" }, { "reference": "H-1", "kind": "household", "familyName": "Alm" }] }""");

        Assert.Equal(["$.people[1].reference"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Read_AHouseholdWithAChild_IsAsAFileHasIt()
    {
        var (people, problems) = Read("""
            { "people": [{ "reference": "H-1", "kind": "household", "givenName": "Åsa", "phone": "070-174 06 05", "phoneFrom": "family",
              "children": [{ "reference": "B-1", "firstName": "Alma", "birthDate": "2026-09-01" }] }] }
            """);

        Assert.Empty(problems);
        var household = Assert.Single(people);
        Assert.Equal(HouseholdGroups.PersonIdOf(Some.Unit, "H-1"), household.Person.Id);
        Assert.Equal("+46701740605", household.Person.Phone?.E164);
        Assert.Equal(("H-1", "B-1", "Alma"), (household.Children[0].HouseholdReference, household.Children[0].ChildReference, household.Children[0].ChildFirstName));
    }

    [Fact]
    public void Read_AnOrganisation_HasItsNameAndNobodyElses()
    {
        var (people, problems) = Read("""{ "people": [{ "reference": "O-1", "kind": "organisation", "name": "Boendet Granen", "groups": ["bokbuss"] }] }""");

        Assert.Empty(problems);
        var person = Assert.Single(people).Person;
        Assert.Equal((PersonKind.Organisation, "Boendet Granen"), (person.Kind, person.FullName));
        Assert.True(person.IsMemberOf("bokbuss"));
    }

    private static (IReadOnlyList<RequestedPerson> People, List<RequestProblem> Problems) Read(string json)
    {
        var problems = new List<RequestProblem>();
        return (PeopleRequest.Read(Some.Unit, json, Some.PlannedAt, Today, problems), problems);
    }
}
