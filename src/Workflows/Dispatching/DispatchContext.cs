using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>One sender's hold on a chunk.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Chunk">The chunk.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Step">The step.</param>
/// <param name="Rules">The unit's rules.</param>
/// <param name="IsCancelled">True when its campaign has been called off: nothing more is said.</param>
internal sealed record DispatchContext(Lease Lease, Chunk Chunk, Programme Programme, Step Step, UnitRules Rules, bool IsCancelled)
{
    /// <summary>How many people one transaction claims.</summary>
    public int PeoplePerClaim => Chunk.IsOfPeople ? Ledger.PeoplePerInvitingClaim : Ledger.PeoplePerClaim;
}

/// <summary>A due notice with the person it is for, as read.</summary>
/// <param name="Due">The due notice.</param>
/// <param name="Recipient">The person.</param>
/// <param name="Invitation">The invitation it is about.</param>
internal sealed record DueRecipient(DueNotice Due, Recipient Recipient, Invitation Invitation)
{
    /// <summary>The invitation where it is still to be written; null for a person who has it.</summary>
    public Invitation? Invites => Recipient.Invitations.Any(one => one.Occasion == Invitation.Occasion) ? null : Invitation;
}

/// <summary>A notice ready to be claimed.</summary>
/// <param name="For">The due notice and its person.</param>
/// <param name="Notice">The ledger row to write.</param>
/// <param name="Written">The text; null for what is not sent.</param>
/// <param name="InDoubt">True when an earlier try of the same message may have been accepted.</param>
internal sealed record ReadyNotice(DueRecipient For, Notice Notice, WrittenNotice? Written, bool InDoubt = false)
{
    /// <summary>The provider's repeatability id: the same for every try that began at the same moment.</summary>
    public Guid RepeatabilityId
    {
        get
        {
            var name = $"{For.Recipient.Person.Id}~{Notice.Key}~{Notice.FirstSent?.ToUnixTimeTicks()}";
            return new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        }
    }
}

/// <summary>What one round of a chunk leaves behind.</summary>
internal sealed class RoundResult
{
    /// <summary>Due notices that are settled, and whose Work rows can go.</summary>
    public List<DueNotice> Settled { get; } = [];

    /// <summary>Due notices to look at again at once: a conflict, or the next rung of the ladder.</summary>
    public List<DueNotice> Again { get; } = [];

    /// <summary>Due notices that must wait a little: a provider that said not now, a sender that may still be alive.</summary>
    public List<DueNotice> Later { get; } = [];

    /// <summary>How long to wait with <see cref="Later"/>.</summary>
    public Duration Delay { get; private set; } = Duration.Zero;

    /// <summary>Puts a due notice off.</summary>
    public void PutOff(DueNotice due, Duration delay)
    {
        Later.Add(due);
        Delay = Duration.Max(Delay, delay);
    }
}
