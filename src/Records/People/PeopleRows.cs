using System.Collections.Immutable;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.People;

/// <summary>Turns People rows into the nouns and back. Property names stand only here and in <see cref="NoticeRows"/>.</summary>
internal static class PeopleRows
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    public static TableEntity Of(Person person, string partition) => new(partition, person.Id.Value)
    {
        ["GivenName"] = person.GivenName,
        ["FamilyName"] = person.FamilyName,
        ["CareOf"] = person.Address?.CareOf,
        ["Street"] = person.Address?.Street,
        ["PostalCode"] = person.Address?.PostalCode,
        ["Town"] = person.Address?.Town,
        ["Country"] = person.Address?.Country,
        ["Phone"] = person.Phone?.E164,
        ["Email"] = person.Email?.Value,
        ["Language"] = person.Language,
        ["Silences"] = (int)person.Silences,
        ["DataAsOf"] = person.DataAsOf.ToDateTimeOffset(),
        ["Closed"] = (int)person.Closed,
        ["Kind"] = person.Kind == PersonKind.Household ? null : person.Kind.ToString(),
        ["Groups"] = person.Groups is { IsEmpty: false } groups ? string.Join(' ', groups) : null,
    };

    public static TableEntity Of(PersonId person, Child child, string partition) => new(partition, Keys.Child(person, child.Id))
    {
        ["FirstName"] = child.FirstName,
        ["BirthDate"] = LocalDatePattern.Iso.Format(child.BirthDate),
        ["LivesHere"] = child.LivesHere,
        ["Deceased"] = child.Deceased,
    };

    public static TableEntity Of(PersonId person, Invitation invitation, string partition) =>
        new(partition, Keys.Invitation(person, invitation.Occasion))
        {
            ["Programme"] = invitation.Programme,
            ["Starts"] = Local.Format(invitation.Starts),
            ["Minutes"] = invitation.Minutes,
            ["Children"] = string.Join(' ', invitation.Children.Select(child => child.Value)),
            ["AtThisHome"] = invitation.AtThisHome,
            ["Sequence"] = invitation.Sequence,
            ["Planned"] = invitation.Planned.ToDateTimeOffset(),
            ["Answer"] = invitation.Answer.ToString(),
            ["Cancelled"] = invitation.Cancelled,
            ["Place"] = invitation.Place,
            ["Ends"] = invitation.Ends is { } ends ? Local.Format(ends) : null,
            ["IsTimed"] = invitation.IsTimed,
            ["Items"] = invitation.Items,
            ["Session"] = invitation.Session,
            ["Sessions"] = invitation.Sessions,
            ["Changed"] = invitation.Changed?.ToDateTimeOffset(),
            ["Rebookings"] = invitation.Rebookings,
            ["IsDisputed"] = invitation.IsDisputed,
            ["Vote"] = invitation.Vote,
        };

    /// <summary>An answer, to be merged into its invitation.</summary>
    public static TableEntity Of(PersonId person, OccasionId occasion, Answer answer, Instant now, string partition) =>
        new(partition, Keys.Invitation(person, occasion))
        {
            ["Answer"] = answer.ToString(),
            ["AnsweredAt"] = now.ToDateTimeOffset(),
        };

    /// <summary>The calling off of a visit, to be merged into its invitation.</summary>
    public static TableEntity Cancelled(PersonId person, OccasionId occasion, string partition) =>
        new(partition, Keys.Invitation(person, occasion)) { ["Cancelled"] = true };

    public static Person Person(TableEntity row, UnitId unit)
    {
        var address = new PostalAddress(
            Text(row, "CareOf"), Text(row, "Street"), Text(row, "PostalCode"), Text(row, "Town"), Text(row, "Country"));
        return new Person(
            unit,
            new PersonId(row.RowKey),
            Text(row, "GivenName"),
            Text(row, "FamilyName"),
            address == new PostalAddress(null, null, null, null, null) ? null : address,
            Text(row, "Phone") is { } phone ? new PhoneNumber(phone) : null,
            Text(row, "Email") is { } email ? new EmailAddress(email) : null,
            Text(row, "Language"),
            (Silences)(row.GetInt32("Silences") ?? 0),
            row.GetInstant("DataAsOf") ?? Instant.MinValue,
            (ClosedChannels)(row.GetInt32("Closed") ?? 0),
            Text(row, "Kind") is { } kind ? Enum.Parse<PersonKind>(kind) : PersonKind.Household,
            Text(row, "Groups") is { } groups ? [.. groups.Split(' ')] : null);
    }

    public static Child Child(TableEntity row, string id) => new(
        new ChildId(id),
        row.GetString("FirstName") ?? "",
        LocalDatePattern.Iso.Parse(row.GetString("BirthDate") ?? "").Value,
        row.GetBoolean("LivesHere") ?? false,
        row.GetBoolean("Deceased") ?? false);

    public static Invitation Invitation(TableEntity row, string id) => new(
        new OccasionId(id),
        row.GetString("Programme") ?? "",
        Local.Parse(row.GetString("Starts") ?? "").Value,
        row.GetInt32("Minutes") ?? 0,
        [.. (row.GetString("Children") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => new ChildId(child))],
        row.GetBoolean("AtThisHome") ?? false,
        row.GetInt32("Sequence") ?? 0,
        row.GetInstant("Planned") ?? Instant.MinValue,
        Enum.Parse<Answer>(row.GetString("Answer") ?? nameof(Answer.None)),
        row.GetBoolean("Cancelled") ?? false,
        Text(row, "Place"),
        Text(row, "Ends") is { } ends ? Local.Parse(ends).Value : null,
        row.GetBoolean("IsTimed") ?? true,
        row.GetInt32("Items") ?? 0,
        row.GetInt32("Session") ?? 0,
        row.GetInt32("Sessions") ?? 0,
        row.GetInstant("Changed"),
        row.GetInt32("Rebookings") ?? 0,
        row.GetBoolean("IsDisputed") ?? false,
        Text(row, "Vote"));

    // An empty text is a value that an import has cleared.
    private static string? Text(TableEntity row, string name) => row.GetString(name) is { Length: > 0 } text ? text : null;

    /// <summary>Gathers the rows of one person; null when the person row itself is gone.</summary>
    public static Recipient? Recipient(IReadOnlyList<TableEntity> rows, UnitId unit)
    {
        var person = rows.FirstOrDefault(row => !row.RowKey.Contains('~', StringComparison.Ordinal));
        if (person is null)
        {
            return null;
        }

        var children = ImmutableArray.CreateBuilder<Child>();
        var links = ImmutableArray.CreateBuilder<PersonId>();
        var invitations = ImmutableArray.CreateBuilder<Invitation>();
        var notices = ImmutableArray.CreateBuilder<Notice>();
        foreach (var row in rows)
        {
            var (_, kind, rest) = Keys.ParsePeopleRow(row.RowKey);
            switch (kind)
            {
                case "child":
                    children.Add(Child(row, rest));
                    break;
                case "link":
                    links.Add(new PersonId(rest));
                    break;
                case "inv":
                    invitations.Add(Invitation(row, rest));
                    break;
                case "ntc":
                    notices.Add(NoticeRows.Notice(row, rest));
                    break;
            }
        }

        return new Recipient(
            Person(person, unit),
            children.ToImmutable(),
            links.ToImmutable(),
            invitations.ToImmutable(),
            notices.ToImmutable(),
            person.ETag.ToString("G"));
    }
}
