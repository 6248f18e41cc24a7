using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>What is to happen, in order of time; at the same moment notices before letter runs, as the timers have it, and in the order they were put.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<object, (Instant At, bool IsLetter, int Order)> _items = new();
    private int _order;

    /// <summary>When something is next; null when there is nothing.</summary>
    public Instant? Next => _items.TryPeek(out _, out var when) ? when.At : null;

    /// <summary>How many notices are left.</summary>
    public int CountOfNotices => _items.Count;

    public void Add(Instant at, object item) => _items.Enqueue(item, (at, item is RehearsedLetter, _order++));

    /// <summary>Puts a due notice at the first sweep that sees it.</summary>
    public void AddDue(RehearsedDue due, Instant now) => Add(RehearsalClock.SweepAt(Instant.Max(due.At, now)), due);

    public object? Take() => _items.TryDequeue(out var item, out _) ? item : null;
}
