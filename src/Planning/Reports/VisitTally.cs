using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Planning.Reports;

/// <summary>Visits of some programmes, gathered home by home: the homes of a visit may come in any order. It keeps a few bytes of each visit.</summary>
/// <param name="programmes">The programmes' ids.</param>
public sealed class VisitTally(IReadOnlySet<string> programmes)
{
    private readonly Dictionary<(string Programme, OccasionId Occasion), GatheredVisit> _visits = [];

    /// <summary>Adds what a home has been invited to.</summary>
    /// <param name="recipient">The home with all that is known.</param>
    public void Add(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        foreach (var invitation in recipient.Invitations.Where(invitation => programmes.Contains(invitation.Programme)))
        {
            var key = (invitation.Programme, invitation.Occasion);
            _visits[key] = _visits.GetValueOrDefault(key).With(recipient, invitation);
        }
    }

    /// <summary>How far a programme's visits came.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="visited">The occasions that staff have said took place.</param>
    /// <returns>By the month in which the visit is or was.</returns>
    public IReadOnlyDictionary<YearMonth, VisitFunnel> Of(string programme, IReadOnlySet<OccasionId> visited) => _visits
        .Where(visit => visit.Key.Programme == programme && !visit.Value.IsLeftOut)
        .GroupBy(visit => visit.Value.Starts.Date.ToYearMonth())
        .ToDictionary(month => month.Key, month => FunnelOf(month, visited));

    private static VisitFunnel FunnelOf(
        IEnumerable<KeyValuePair<(string Programme, OccasionId Occasion), GatheredVisit>> visits, IReadOnlySet<OccasionId> visited) =>
        visits.Aggregate(VisitFunnel.Empty, (sum, visit) => sum + VisitFunnel.OfOne(visit.Value.IsReached, visit.Value.Answer, visited.Contains(visit.Key.Occasion)));

    private readonly record struct GatheredVisit(LocalDateTime Starts, bool IsLeftOut, bool IsReached, Answer Answer, bool IsDisputed)
    {
        public GatheredVisit With(Recipient recipient, Invitation invitation)
        {
            // Guardians who answer differently have not answered yet: staff phones.
            var isDisputed = IsDisputed || (Answer != Answer.None && invitation.Answer != Answer.None && invitation.Answer != Answer);
            return new GatheredVisit(
                LocalDateTime.Max(Starts, invitation.Starts),
                IsLeftOut || NeverSend.Reason(recipient, invitation) is SkipReason.Deceased or SkipReason.Protected,
                IsReached || IsReachedBy(recipient, invitation),
                isDisputed ? Answer.None : invitation.Answer != Answer.None ? invitation.Answer : Answer,
                isDisputed);
        }

        // Whoever answers has been reached, however: the paper may have been handed over.
        private static bool IsReachedBy(Recipient recipient, Invitation invitation) =>
            invitation.Answer != Answer.None
            || recipient.Notices.Any(notice => notice.Key.Occasion == invitation.Occasion.Value
                && notice.State is NoticeState.Accepted or NoticeState.Delivered or NoticeState.Printed or NoticeState.Posted);
    }
}
