using Notifieringar.Model;
using Notifieringar.Workflows.Requests;

namespace Notifieringar.Workflows.Importing;

/// <summary>Reads how a person sent as JSON can be reached. What cannot be used is a problem, not a warning.</summary>
internal static class PeopleRequestContacts
{
    public static PostalAddress? Address(RequestNode person)
    {
        if (person.Object("address") is not { } node)
        {
            return null;
        }

        var code = node.Text("postalCode");
        var address = PostalAddress.Parse(node.Text("careOf"), node.Text("street"), code, node.Text("town"), node.Text("country"));
        if (code is not null && address is not { HasPostalCode: true })
        {
            node.Problem("postalCode", "write five digits");
        }

        node.NothingElse("remove it: an address has careOf, street, postalCode, town and country");
        return address;
    }

    public static PhoneNumber? Phone(RequestNode person, PersonKind? kind)
    {
        var text = person.Text("phone", phoneExpected: true);

        // A household's number is used only when the family has given it (domain.md T51); people at work have theirs from work.
        if (kind == PersonKind.Household && person.Text("phoneFrom") is { } source && source != "family" && text is not null)
        {
            person.Problem("phoneFrom", "leave phone and phoneFrom out: only a number that the family itself has given is used (\"family\")");
        }

        if (text is null)
        {
            return null;
        }

        if (PhoneNumber.TryParse(text, out var number, out _))
        {
            return number;
        }

        person.Problem("phone", "write one phone number, as 070-123 45 67 or +46701234567");
        return null;
    }

    public static EmailAddress? Email(RequestNode person)
    {
        var text = person.Text("email");
        if (text is null)
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var address, out _))
        {
            return address;
        }

        person.Problem("email", "write one e-mail address");
        return null;
    }

    public static string? Language(RequestNode person)
    {
        if (person.Text("language") is not { } text)
        {
            return null;
        }

        var tag = LanguageNames.Tag(text);
        if (tag is null)
        {
            person.Problem("language", "write a language as a BCP 47 tag, such as sv or ar");
        }

        return tag;
    }
}
