using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows.Erasing;

/// <summary>What is about a household without standing under its id: messages from its number, answers that the API has given about it, and the
/// files it came with.</summary>
/// <param name="inbox">Messages.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="requests">Answers of the API.</param>
/// <param name="imports">Files.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class HouseholdTraces(
    Inbox inbox,
    Contacts contacts,
    ContactHashes hashes,
    RepeatableRequests requests,
    ImportStore imports,
    DefinitionCache definitions,
    IClock clock)
{
    // A file that nobody has managed to read in a day will not be: its message has failed for good long since.
    private static readonly Duration LongestReading = Duration.FromDays(1);

    /// <summary>Forgets them, and returns false while a file is being read that may hold the household.</summary>
    internal async Task<bool> ForgetAsync(Erasure erasure, CancellationToken cancellation)
    {
        foreach (var message in await MessagesAsync(erasure.Unit, erasure.Person, erasure.Numbers, cancellation).ConfigureAwait(false))
        {
            await inbox.RemoveAsync(message, cancellation).ConfigureAwait(false);
        }

        foreach (var request in await requests.ListAsync(erasure.Unit, cancellation).ConfigureAwait(false))
        {
            if (request.Answer is { } answer && AnswerOnce.Unpacked(answer).Contains(erasure.Person.Value, StringComparison.Ordinal))
            {
                await requests.RemoveAsync(request, cancellation).ConfigureAwait(false);
            }
        }

        return await imports.ForgetFilesAsync(erasure.Unit, clock.GetCurrentInstant() - LongestReading, cancellation).ConfigureAwait(false) == 0;
    }

    /// <summary>Messages from a household's numbers. One that somebody else has too may be theirs, and is left alone.</summary>
    internal async Task<IReadOnlyList<InboxMessage>> MessagesAsync(
        UnitId unit, PersonId person, IEnumerable<string> numbers, CancellationToken cancellation)
    {
        var found = new List<InboxMessage>();
        var (here, anywhere) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var number in numbers)
        {
            var units = await SharedByAsync(number, person, cancellation).ConfigureAwait(false);
            _ = !units.Contains(unit) && here.Add(number);
            _ = units.Count == 0 && anywhere.Add(number);
        }

        foreach (var (partition, own) in new[] { (unit, here), (Inbox.AnyUnit, anywhere) }.Where(pair => pair.Item2.Count > 0))
        {
            var messages = await inbox.ReadAsync(partition, cancellation).ConfigureAwait(false);
            found.AddRange(messages.Where(message => PhoneNumber.TryParse(message.From, out var from, out _) && own.Contains(hashes.Of(from))));
        }

        return found;
    }

    private async Task<HashSet<UnitId>> SharedByAsync(string number, PersonId person, CancellationToken cancellation)
    {
        var units = new HashSet<UnitId>();
        foreach (var rules in await definitions.UnitsAsync(cancellation).ConfigureAwait(false))
        {
            var holders = await contacts.FindAsync(rules.Unit, number, cancellation).ConfigureAwait(false);
            if (holders.Any(holder => holder.Person != person))
            {
                units.Add(rules.Unit);
            }
        }

        return units;
    }
}
