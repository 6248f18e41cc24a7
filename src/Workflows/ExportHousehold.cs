using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Gathers everything that is held about a household, to be handed to it (GDPR, article 15). Of other homes it says how many there are.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="rows">Rows about it alone.</param>
/// <param name="occasions">Its visits.</param>
/// <param name="wiping">Knows which visits are its own.</param>
/// <param name="traces">Its messages.</param>
/// <param name="letters">Its letters.</param>
/// <param name="suppressions">Contacts that are not used.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="clock">Says when.</param>
public sealed class ExportHousehold(
    DefinitionCache definitions,
    PeopleTable people,
    HouseholdRows rows,
    HouseholdOccasions occasions,
    HouseholdWiping wiping,
    HouseholdTraces traces,
    LetterForgetting letters,
    Suppressions suppressions,
    ContactHashes hashes,
    IClock clock)
{
    private const string People = "People";

    // Kinds of rows in People that have a place of their own, and links, which name other homes.
    private static readonly string[] Shown = ["", "child", "link", "inv", "ntc"];

    // A visit's row names everybody who is invited to it.
    private static readonly string[] Others = ["Home", "Guests"];

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is held; null when there is no such household in this unit.</returns>
    public async Task<HouseholdExport?> RunAsync(UnitId unit, string person, CancellationToken cancellation)
    {
        if (!HouseholdId.TryParse(person, out var id) || await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || await people.ReadAsync(unit, Keys.Shard(id, rules.Shards), id, cancellation).ConfigureAwait(false) is not { } recipient)
        {
            return null;
        }

        var own = await wiping.OwnOccasionsAsync(unit, id, cancellation).ConfigureAwait(false);
        var held = new List<HeldRow>();
        await foreach (var row in rows.ReadAsync(unit, Keys.Shard(id, rules.Shards), id, own, cancellation).ConfigureAwait(false))
        {
            held.Add(row);
        }

        return new HouseholdExport(
            unit.Value,
            id.Value,
            clock.GetCurrentInstant().ToDateTimeOffset(),
            held.FirstOrDefault(row => row.Table == People && row.Key == id.Value)?.Properties ?? new Dictionary<string, object?>(StringComparer.Ordinal),
            OfKind(held, "child"),
            recipient.Links.Length,
            OfKind(held, "inv"),
            OfKind(held, "ntc"),
            await VisitsAsync(unit, id, cancellation).ConfigureAwait(false),
            Kept(held),
            await MessagesAsync(recipient.Person, cancellation).ConfigureAwait(false),
            await LettersAsync(unit, id, cancellation).ConfigureAwait(false),
            await SuppressionsAsync(recipient.Person, cancellation).ConfigureAwait(false));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, object?>> OfKind(IEnumerable<HeldRow> held, string kind) => held
        .Where(row => row.Table == People)
        .Select(row => (Key: Keys.ParsePeopleRow(row.Key), row.Properties))
        .Where(row => row.Key.Kind == kind)
        .ToDictionary(row => row.Key.Tail, row => row.Properties, StringComparer.Ordinal);

    // Keys are left out: some hold hashes, and what they say of the household stands in the rows too.
    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> Kept(IEnumerable<HeldRow> held) => held
        .Where(row => row.Table != People || !Shown.Contains(Keys.ParsePeopleRow(row.Key).Kind, StringComparer.Ordinal))
        .GroupBy(row => row.Table, StringComparer.Ordinal)
        .ToDictionary(
            table => table.Key,
            table => (IReadOnlyList<IReadOnlyDictionary<string, object?>>)[.. table.Select(row => row.Properties)],
            StringComparer.Ordinal);

    private async Task<IReadOnlyList<ExportedVisit>> VisitsAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var visits = new List<ExportedVisit>();
        await foreach (var held in occasions.ReadAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            // What the visitors have noted of another home is that home's.
            var hidden = held.AtThisHome ? Others : [.. Others, "Text", "ResultNote"];
            visits.Add(new ExportedVisit(
                held.Row.Key,
                held.AtThisHome,
                held.Others.Count,
                held.Row.Properties.Where(property => !hidden.Contains(property.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal)));
        }

        return visits;
    }

    private async Task<IReadOnlyList<ExportedMessage>> MessagesAsync(Person person, CancellationToken cancellation)
    {
        string[] numbers = person.Phone is { } phone ? [hashes.Of(phone)] : [];
        var messages = await traces.MessagesAsync(person.Unit, person.Id, numbers, cancellation).ConfigureAwait(false);
        return [.. messages.Select(message => new ExportedMessage(message.At.ToDateTimeOffset(), message.Text))];
    }

    private async Task<IReadOnlyList<ExportedLetter>> LettersAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var found = new List<ExportedLetter>();
        await foreach (var part in letters.FindAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            found.AddRange(part.Letters.Select(letter => new ExportedLetter(part.Part.Name, part.Part.Posted, letter.FirstPage, letter.Pages, letter.Notice)));
        }

        return found;
    }

    private async Task<IReadOnlyList<ExportedSuppression>> SuppressionsAsync(Person person, CancellationToken cancellation)
    {
        var known = await suppressions.ReadAsync(person.Unit, cancellation).ConfigureAwait(false);
        return
        [
            .. new[] { ("household", hashes.Of(person.Id)), ("phone", hashes.Of(person, Channel.Sms)), ("email", hashes.Of(person, Channel.Email)) }
                .Where(one => one.Item2 is { } hash && known.ContainsKey(hash))
                .Select(one => (What: one.Item1, Suppression: known[one.Item2!]))
                .Select(one => new ExportedSuppression(one.What, one.Suppression.Reason.ToString(), one.Suppression.At.ToDateTimeOffset())),
        ];
    }
}
