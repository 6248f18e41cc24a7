using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.People;
using NodaTime;

namespace Notifieringar.Workflows.Families;

/// <summary>Something that has been said to a person, or answered.</summary>
/// <param name="At">When; null for what has begun and is not recorded.</param>
/// <param name="Programme">The programme's Swedish name, or its id when it is gone.</param>
/// <param name="Invitation">What it is about; null when that is gone.</param>
public abstract record FamilyEvent(Instant? At, string Programme, Invitation? Invitation)
{
    /// <summary>The person was invited.</summary>
    public sealed record Invited(Instant? At, string Programme, Invitation Invitation) : FamilyEvent(At, Programme, Invitation);

    /// <summary>What the person was invited to was moved, called off, late, or became something to collect.</summary>
    public sealed record Changed(Instant? At, string Programme, Invitation Invitation) : FamilyEvent(At, Programme, Invitation);

    /// <summary>The person has answered.</summary>
    /// <param name="At">When.</param>
    /// <param name="Programme">The programme's Swedish name, or its id when it is gone.</param>
    /// <param name="Invitation">With the answer.</param>
    /// <param name="Given">How it came.</param>
    public sealed record Answered(Instant? At, string Programme, Invitation Invitation, GivenAnswer Given) : FamilyEvent(At, Programme, Invitation);

    /// <summary>Something was said, or was not, or could not be.</summary>
    /// <param name="At">When; null for what has begun and is not recorded.</param>
    /// <param name="Programme">The programme's Swedish name, or its id when it is gone.</param>
    /// <param name="Invitation">What it is about; null when that is gone.</param>
    /// <param name="Notice">The ledger's row.</param>
    public sealed record Said(Instant? At, string Programme, Invitation? Invitation, Notice Notice) : FamilyEvent(At, Programme, Invitation);
}

/// <summary>Puts a person's rows in order of time.</summary>
internal static class FamilyTimeline
{
    /// <summary>Everything said and answered.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="answers">When and how answers came.</param>
    /// <param name="programmes">Programmes by id.</param>
    /// <returns>The newest first; what is under way before everything.</returns>
    public static ImmutableArray<FamilyEvent> Of(
        Recipient recipient, IReadOnlyDictionary<OccasionId, GivenAnswer> answers, IReadOnlyDictionary<string, Programme> programmes)
    {
        var invitations = recipient.Invitations.ToDictionary(invitation => invitation.Occasion);
        return
        [
            .. recipient.Invitations.SelectMany(invitation => About(invitation, answers.GetValueOrDefault(invitation.Occasion), Name(invitation.Programme)))
                .Concat(recipient.Notices.Select(notice => new FamilyEvent.Said(
                    notice.RecordedAt ?? notice.TouchedAt ?? notice.FirstSent,
                    Name(notice.Key.Programme),
                    invitations.GetValueOrDefault(new OccasionId(notice.Key.Occasion)),
                    notice)))
                .OrderByDescending(one => one.At ?? Instant.MaxValue),
        ];

        string Name(string programme) => programmes.GetValueOrDefault(programme)?.Name ?? programme;
    }

    private static IEnumerable<FamilyEvent> About(Invitation invitation, GivenAnswer? answer, string programme)
    {
        yield return new FamilyEvent.Invited(invitation.Planned, programme, invitation);
        if (answer is not null)
        {
            yield return new FamilyEvent.Answered(answer.At, programme, invitation, answer);
        }

        if (invitation.Changed is { } changed && changed != answer?.At)
        {
            yield return new FamilyEvent.Changed(changed, programme, invitation);
        }
    }
}
