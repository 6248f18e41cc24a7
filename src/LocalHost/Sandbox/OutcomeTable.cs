using System.Collections.Concurrent;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>Who gets which outcome: what was set for a receiver, else what its address tells, else delivered.</summary>
internal sealed class OutcomeTable
{
    private readonly ConcurrentDictionary<string, Outcome> _set = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was set, without the test receivers.</summary>
    public IReadOnlyDictionary<string, Outcome> Chosen => _set;

    /// <summary>The receiver is a phone number in E.164 or an e-mail address, whole.</summary>
    public void Set(string receiver, Outcome outcome) => _set[receiver] = outcome;

    public void Clear() => _set.Clear();

    public Outcome Of(string receiver) =>
        _set.TryGetValue(receiver, out var chosen) ? chosen : TestReceivers.Find(receiver) ?? Outcome.Delivered;
}
