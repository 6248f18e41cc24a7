using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Workflows;

/// <summary>Reads messages that somebody has sent us: STOPP closes the number, FEL NUMMER takes it off (T84), everything
/// else is for staff (domain.md T49).</summary>
/// <param name="waiting">Waiting messages.</param>
/// <param name="inbox">The messages.</param>
/// <param name="stop">Closes numbers.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="definitions">Units.</param>
/// <param name="logger">Log.</param>
public sealed partial class ReadInbox(
    WaitingMessages waiting,
    Inbox inbox,
    StopNumber stop,
    ContactHashes hashes,
    Contacts contacts,
    DefinitionCache definitions,
    ILogger<ReadInbox> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="work">The Work partition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When its messages are dealt with; one that must be looked at again stays in Work.</returns>
    public async Task RunAsync(WorkPartition work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await foreach (var (unit, id) in waiting.ReadAsync(work.Partition, cancellation).ConfigureAwait(false))
        {
            var message = await inbox.FindAsync(unit, id, cancellation).ConfigureAwait(false);
            if (message is null || await ReadAsync(message, cancellation).ConfigureAwait(false))
            {
                await waiting.RemoveAsync(work.Partition, id, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> ReadAsync(InboxMessage message, CancellationToken cancellation)
    {
        var number = PhoneNumber.TryParse(message.From, out var parsed, out _) ? parsed : (PhoneNumber?)null;
        if (number is { } asking && WordOf(message) is { } word)
        {
            var (units, isDone) = await stop.RunAsync(word, asking, message.Unit, cancellation).ConfigureAwait(false);
            var state = units == 0 ? MessageState.FromNobody : word == NumberWord.Stop ? MessageState.Stopped : MessageState.WrongNumber;
            await inbox.SetAsync(message, state, cancellation).ConfigureAwait(false);
            Log.Stopped(logger, message.Id, units, isDone);
            return isDone;
        }

        var owners = message.Unit == Inbox.AnyUnit ? await OwnersAsync(number, cancellation).ConfigureAwait(false) : [message.Unit];
        await GiveAsync(message, owners, cancellation).ConfigureAwait(false);
        Log.ForStaff(logger, message.Id, owners.Count);
        return true;
    }

    private static NumberWord? WordOf(InboxMessage message) =>
        StopWord.IsAsked(message.Text) ? NumberWord.Stop : WrongNumberWord.IsSaid(message.Text) ? NumberWord.WrongNumber : null;

    // A number that several units send from does not tell which of them is answered.
    private async Task<IReadOnlyList<UnitId>> OwnersAsync(PhoneNumber? number, CancellationToken cancellation)
    {
        var owners = new List<UnitId>();
        if (number is not { } known)
        {
            return owners;
        }

        var hash = hashes.Of(known);
        foreach (var rules in await definitions.UnitsAsync(cancellation).ConfigureAwait(false))
        {
            if ((await contacts.FindAsync(rules.Unit, hash, cancellation).ConfigureAwait(false)).Count > 0)
            {
                owners.Add(rules.Unit);
            }
        }

        return owners;
    }

    private async Task GiveAsync(InboxMessage message, IReadOnlyList<UnitId> owners, CancellationToken cancellation)
    {
        if (message.Unit != Inbox.AnyUnit || owners.Count == 0)
        {
            var state = owners.Count > 0 ? MessageState.ForStaff : MessageState.FromNobody;
            await inbox.SetAsync(message, state, cancellation).ConfigureAwait(false);
            return;
        }

        foreach (var unit in owners)
        {
            await inbox.AddAsync(message with { Unit = unit, State = MessageState.ForStaff }, cancellation).ConfigureAwait(false);
        }

        await inbox.RemoveAsync(message, cancellation).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Message {Id} asked us to stop, or is from a wrong number: closed in {Units} units, done: {IsDone}.")]
        public static partial void Stopped(ILogger logger, string id, int units, bool isDone);

        [LoggerMessage(2, LogLevel.Information, "Message {Id} is for the staff of {Units} units.")]
        public static partial void ForStaff(ILogger logger, string id, int units);
    }
}
