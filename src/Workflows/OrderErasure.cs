using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes an order to erase a household (GDPR, article 17): it stands in the journal and in Work before the answer is given.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="journal">The journal.</param>
/// <param name="hashes">Hashes of households and contacts.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class OrderErasure(
    DefinitionCache definitions, PeopleTable people, ErasureJournal journal, ContactHashes hashes, Queues queues, IClock clock)
{
    private const int LongestBy = 64;
    private const string ByAge = "gallring";

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="by">Who orders it, as an opaque id; null for nobody named.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it; a household that has been erased is ordered already.</returns>
    public async Task<ErasureOutcome> RunAsync(UnitId unit, string person, string? by, CancellationToken cancellation)
    {
        if (!HouseholdId.TryParse(person, out var id))
        {
            return new ErasureOutcome.Invalid(HouseholdId.Remedy);
        }

        var orderer = by ?? "api";
        if (orderer.Length is 0 or > LongestBy || !orderer.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
        {
            return new ErasureOutcome.Invalid($"by must be an opaque id of at most {LongestBy} letters, digits and hyphens.");
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules)
        {
            return new ErasureOutcome.Unknown("There is no such unit.");
        }

        var reference = new ErasureReference(unit.Value, hashes.OfErased(id));
        if (await people.ReadAsync(unit, Keys.Shard(id, rules.Shards), id, cancellation).ConfigureAwait(false) is not { } recipient)
        {
            return await journal.FindAsync(reference, cancellation).ConfigureAwait(false) is null
                ? new ErasureOutcome.Unknown("There is no such household in this unit.")
                : new ErasureOutcome.Ordered(reference);
        }

        await OrderAsync(recipient, reference, orderer, mayReturn: false, cancellation).ConfigureAwait(false);
        return new ErasureOutcome.Ordered(reference);
    }

    /// <summary>Orders it for a person who goes by age: a later import may bring them back.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="isStill">Whether the person, as read now, is still to go.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it is in progress already, or the person is to stay.</returns>
    internal async Task<bool> AgedAsync(UnitRules rules, PersonId person, Func<Recipient, bool> isStill, CancellationToken cancellation)
    {
        var reference = new ErasureReference(rules.Unit.Value, hashes.OfErased(person));
        if (await journal.FindAsync(reference, cancellation).ConfigureAwait(false) is { DoneAt: null }
            || await people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation).ConfigureAwait(false) is not { } recipient
            || !isStill(recipient))
        {
            return false;
        }

        await OrderAsync(recipient, reference, ByAge, mayReturn: true, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task OrderAsync(Recipient recipient, ErasureReference reference, string by, bool mayReturn, CancellationToken cancellation)
    {
        var numbers = recipient.Person.Phone is { } phone ? [hashes.Of(phone)] : Array.Empty<string>();
        await journal.OrderAsync(
            new Erasure(
                recipient.Person.Unit, reference.Erasure, recipient.Person.Id, by, clock.GetCurrentInstant(), recipient.Links, [.. numbers], MayReturn: mayReturn),
            cancellation).ConfigureAwait(false);
        await queues.SendAsync(Queues.Erasures, reference, delay: null, cancellation).ConfigureAwait(false);
    }
}
