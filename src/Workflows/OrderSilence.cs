using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Silencing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes an order to silence a household: it stands in the journal and in Work before the answer is given.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="journal">The journal.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class OrderSilence(DefinitionCache definitions, PeopleTable people, SilenceJournal journal, Queues queues, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json">The order: <c>person</c>, <c>kind</c>, for a child's death <c>child</c>, and who orders it as <c>by</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<SilenceOutcome> RunAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules)
        {
            return new SilenceOutcome.Unknown("There is no such unit.");
        }

        var (order, problem) = SilenceOrder.Read(json);
        if (order is null)
        {
            return new SilenceOutcome.Invalid(problem);
        }

        var shard = Keys.Shard(order.Person, rules.Shards);
        if (await people.ReadAsync(unit, shard, order.Person, cancellation).ConfigureAwait(false) is not { } recipient)
        {
            return new SilenceOutcome.Unknown("There is no such person in this unit.");
        }

        if (order.Child is { } child && recipient.Children.All(known => known.Id != child))
        {
            return new SilenceOutcome.Unknown("There is no such child in this household.");
        }

        var silence = new Silence(unit, Guid.NewGuid().ToString("N"), order.Kind, order.Person, order.Child, order.By, clock.GetCurrentInstant());
        var reference = new SilenceReference(unit.Value, silence.Id);
        await journal.OrderAsync(silence, shard, cancellation).ConfigureAwait(false);
        await queues.SendAsync(Queues.Silences, reference, delay: null, cancellation).ConfigureAwait(false);
        return new SilenceOutcome.Ordered(reference);
    }
}
