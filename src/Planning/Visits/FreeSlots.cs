using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Gives out slots during one planning.</summary>
internal sealed class FreeSlots
{
    private readonly UnitRules _rules;
    private readonly HashSet<(LocalDateTime, string)> _taken;
    private readonly Dictionary<OccasionId, VisitSlot> _own = [];
    private readonly Dictionary<LocalDate, Queue<VisitSlot>> _free = [];

    public FreeSlots(UnitRules rules, IReadOnlyDictionary<(LocalDateTime Starts, string Visitors), OccasionId> taken)
    {
        _rules = rules;
        _taken = [.. taken.Keys];
        foreach (var (slot, occasion) in taken)
        {
            _own.TryAdd(occasion, new VisitSlot(slot.Starts, slot.Visitors));
        }
    }

    /// <summary>The slot an occasion took before a crash, else the first free one of its window.</summary>
    public VisitSlot? Take(VisitWindow window, OccasionId occasion)
    {
        if (_own.TryGetValue(occasion, out var own))
        {
            return own;
        }

        for (var day = window.First; day <= window.Deadline; day = day.PlusDays(1))
        {
            if (FreeOn(day).TryDequeue(out var slot))
            {
                return slot;
            }
        }

        return null;
    }

    // Looked up once a day: a full month is passed over quickly, however many families look for a time in it.
    private Queue<VisitSlot> FreeOn(LocalDate day)
    {
        if (!_free.TryGetValue(day, out var free))
        {
            free = new(VisitSlots.Of(new VisitWindow(day, day, day), _rules).Distinct().Where(slot => !_taken.Contains((slot.Starts, slot.Visitors))));
            _free[day] = free;
        }

        return free;
    }
}
