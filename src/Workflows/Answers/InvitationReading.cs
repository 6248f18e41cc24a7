using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Whose invitation is to be answered.</summary>
/// <param name="Rules">The unit's rules.</param>
/// <param name="Shard">The person's shard.</param>
/// <param name="Person">The person.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="CodeHash">Hash of the code used; null when staff answer on somebody's behalf.</param>
internal sealed record AnswerTarget(UnitRules Rules, string Shard, PersonId Person, OccasionId Occasion, string? CodeHash);

/// <summary>An invitation as read, with what it allows. Recipient, invitation and programme are there whenever the invitation exists.</summary>
internal sealed record InvitationAsRead(AnswerOutcome Outcome, Recipient? Recipient, Invitation? Invitation, Programme? Programme);

/// <summary>Reads an invitation to be answered, by code or by name.</summary>
/// <param name="codeTable">Whose code is whose.</param>
/// <param name="people">People.</param>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="codes">Answer codes.</param>
/// <param name="clock">Decides what is too late.</param>
public sealed class InvitationReading(
    CodeTable codeTable, PeopleTable people, DefinitionCache definitions, OccasionTable occasions, AnswerCodes codes, IClock clock)
{
    internal async Task<AnswerTarget?> FindAsync(string code, CancellationToken cancellation) =>
        AnswerCodes.HashOf(code) is { } hash && await codeTable.FindAsync(hash, cancellation).ConfigureAwait(false) is { } owner
            && await definitions.FindUnitAsync(owner.Unit, cancellation).ConfigureAwait(false) is { } rules
            ? new AnswerTarget(rules, owner.Shard, owner.Person, owner.Occasion, hash)
            : null;

    internal async Task<InvitationAsRead> ReadAsync(AnswerTarget target, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var recipient = await people.ReadAsync(target.Rules.Unit, target.Shard, target.Person, cancellation).ConfigureAwait(false);
        var outcome = CodeHolder.Decide(recipient, target.Occasion, target.Rules, target.CodeHash, codes, now);
        if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == target.Occasion) is not { } invitation)
        {
            return new InvitationAsRead(outcome, recipient, null, null);
        }

        var programme = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == invitation.Programme);
        var read = new InvitationAsRead(outcome, recipient, invitation, programme);
        return programme is null ? read : read with { Outcome = await AllowedAsync(target, read, now, cancellation).ConfigureAwait(false) };
    }

    private async Task<AnswerOutcome> AllowedAsync(AnswerTarget target, InvitationAsRead read, Instant now, CancellationToken cancellation)
    {
        var (outcome, recipient, invitation, programme) = read;
        var isOff = outcome is AnswerOutcome.Silenced && IsOnlyCalledOff(target, recipient!, invitation!);
        if (outcome is not (AnswerOutcome.Found or AnswerOutcome.Past) && !isOff)
        {
            return outcome;
        }

        var votes = programme!.Answers.Contains(AnswerChoice.Vote);
        var occasion = votes || isOff ? await occasions.FindAsync(target.Rules.Unit, invitation!, cancellation).ConfigureAwait(false) : null;
        var alternatives = votes ? occasion?.VoteOn ?? [] : [];
        var found = new AnswerOutcome.Found(invitation!, target.Rules, recipient!.Person.Language)
        {
            Kind = programme.Occasion.Kind,
            VoteOn = alternatives,
            IsLaterSession = invitation!.Session > 0 && recipient.Invitations.Any(other =>
                other.Programme == invitation.Programme && other.Sessions == invitation.Sessions && other.Session > 0 && other.Session < invitation.Session),
            Choices =
            [
                .. programme.Answers.Where(choice => AnswerRules.IsOpen(invitation!, choice, now) && (choice != AnswerChoice.Vote || !alternatives.IsEmpty)),
            ],
        };
        return isOff
            ? CalledOff(found, occasion, programme, outcome)
            : outcome is AnswerOutcome.Past && !found.Choices.Contains(AnswerChoice.Vote) ? outcome : found;
    }

    private static AnswerOutcome CalledOff(AnswerOutcome.Found found, Occasion? occasion, Programme programme, AnswerOutcome otherwise) =>
        occasion is not null && OccasionChange.HasCancelled(occasion)
            ? new AnswerOutcome.CalledOff(
                found,
                programme.Occasion.Kind == OccasionKind.Visit && programme.Answers.Contains(AnswerChoice.AnotherTime) && found.Invitation.Answer != Answer.No)
            : otherwise;

    // Called off, and nothing else stands against speaking with the person.
    private bool IsOnlyCalledOff(AnswerTarget target, Recipient recipient, Invitation invitation) =>
        invitation.Cancelled
        && NeverSend.Reason(recipient, invitation with { Cancelled = false }) is null
        && (target.CodeHash is null || target.CodeHash == AnswerCodes.HashOf(codes.CodeOf(target.Person, invitation.Occasion, invitation.Sequence)));
}
