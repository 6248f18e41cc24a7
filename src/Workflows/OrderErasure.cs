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

        var numbers = recipient.Person.Phone is { } phone ? [hashes.Of(phone)] : Array.Empty<string>();
        await journal.OrderAsync(
            new Erasure(unit, reference.Erasure, id, orderer, clock.GetCurrentInstant(), recipient.Links, [.. numbers]), cancellation).ConfigureAwait(false);
        await queues.SendAsync(Queues.Erasures, reference, delay: null, cancellation).ConfigureAwait(false);
        return new ErasureOutcome.Ordered(reference);
    }
}
