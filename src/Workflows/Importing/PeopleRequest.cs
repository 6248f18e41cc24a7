using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Workflows.Requests;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>A person as a request tells of it.</summary>
/// <param name="Path">Where it stands in the request.</param>
/// <param name="Reference">The source's key.</param>
/// <param name="Person">The person.</param>
/// <param name="Children">One row for each child of a household, as a file would have it.</param>
internal sealed record RequestedPerson(string Path, string Reference, Person Person, ImmutableArray<PeopleRow> Children);

/// <summary>Reads people sent as JSON. Unlike a file, a request is refused as a whole: whoever wrote it can mend it at once.</summary>
internal static class PeopleRequest
{
    public const int Most = 200;
    private const int LongestReference = 64;
    private const string ForOrganisations =
        "remove it: of an organisation only its own name and contact are kept. People who live there, or are looked after there, cannot be imported";

    public static ImmutableArray<RequestedPerson> Read(UnitId unit, string json, Instant asOf, LocalDate today, List<RequestProblem> problems)
    {
        if (RequestNode.Of(json, problems) is not { } root)
        {
            return [];
        }

        var nodes = root.Objects("people");
        root.NothingElse("remove it: a request holds people only");
        if (nodes.Count is 0 or > Most)
        {
            root.Problem("people", $"send from 1 to {Most} people at a time");
            return [];
        }

        var people = nodes.Select(node => One(unit, node, asOf, today)).ToImmutableArray();
        foreach (var (index, person) in people.Index().Where(one => people.Take(one.Index).Any(other => other.Reference == one.Item.Reference)))
        {
            nodes[index].Problem("reference", "send each person once");
        }

        return people;
    }

    private static RequestedPerson One(UnitId unit, RequestNode node, Instant asOf, LocalDate today)
    {
        var reference = node.Text("reference", isRequired: true, longest: LongestReference) ?? "";
        var kind = node.Text("kind", isRequired: true) switch
        {
            "household" => PersonKind.Household,
            "professional" => PersonKind.Professional,
            "organisation" => PersonKind.Organisation,
            _ => (PersonKind?)null,
        };
        if (kind is null)
        {
            node.Problem("kind", "write \"household\", \"professional\" or \"organisation\"");
        }

        var (given, family) = kind == PersonKind.Organisation
            ? (null, node.Text("name", isRequired: true))
            : (Name(node, "givenName"), Name(node, "familyName"));
        if (kind != PersonKind.Organisation && (given ?? family) is null)
        {
            node.Problem("givenName", "is needed, or familyName");
        }

        var address = PeopleRequestContacts.Address(node);
        var silences = (node.Flag("protected") || address is { IsForwardingOfProtected: true } ? Silences.Protected : Silences.None)
            | (node.Flag("optedOut") ? Silences.OptedOut : Silences.None);
        var person = new Person(
            unit,
            HouseholdGroups.PersonIdOf(unit, reference),
            given,
            family,
            address,
            PeopleRequestContacts.Phone(node, kind),
            PeopleRequestContacts.Email(node),
            PeopleRequestContacts.Language(node),
            silences,
            asOf,
            Kind: kind ?? PersonKind.Household,
            Groups: Groups(node));
        var children = kind == PersonKind.Household ? Children(node, reference, person, today) : [];
        node.NothingElse(kind == PersonKind.Organisation ? ForOrganisations : "remove it: docs/api.md lists what may be sent of such a person");
        return new RequestedPerson(node.Path, reference, person, children);
    }

    private static string? Name(RequestNode node, string property)
    {
        var name = node.Text(property);
        if (name is not null && !ChildReader.IsName(name))
        {
            node.Problem(property, "write a name: it has a digit or an at sign");
        }

        return name;
    }

    private static ImmutableArray<string>? Groups(RequestNode node)
    {
        if (!node.Has("groups"))
        {
            return null;
        }

        var groups = node.Texts("groups");
        if (groups.Any(group => group.Length is 0 or > LongestReference || !group.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-')))
        {
            node.Problem("groups", "write ids of programmes");
        }

        return [.. groups.Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<PeopleRow> Children(RequestNode node, string household, Person person, LocalDate today) =>
        [.. node.Objects("children").Select(child => Child(child, household, person, today))];

    private static PeopleRow Child(RequestNode node, string household, Person person, LocalDate today)
    {
        var first = Name(node, "firstName");
        var born = LocalDatePattern.Iso.Parse(node.Text("birthDate") ?? "");
        if (first is null)
        {
            node.Problem("firstName", "is needed");
        }

        if (!born.Success || born.Value > today || born.Value < today.PlusYears(-18))
        {
            node.Problem("birthDate", "write the birth date of a child as 2026-09-01");
        }

        var row = new PeopleRow(
            LineNumber: 0,
            household,
            node.Text("reference", longest: LongestReference) ?? Reference.Derive(household, first, born.Success ? LocalDatePattern.Iso.Format(born.Value) : ""),
            person.GivenName,
            person.FamilyName,
            person.Address,
            person.Phone,
            person.Email,
            person.Language,
            first ?? "",
            born.Success ? born.Value : today,
            node.Flag("livesHere", absent: true),
            node.Flag("deceased"),
            person.Silences.HasFlag(Silences.Protected),
            person.Silences.HasFlag(Silences.OptedOut),
            Warnings: []);
        node.NothingElse("remove it: of a child only reference, firstName, birthDate, livesHere and deceased are kept");
        return row;
    }
}
