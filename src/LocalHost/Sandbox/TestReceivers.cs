using System.Collections.Frozen;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>
/// Receivers whose fate their address tells, so that a person can try them by hand: three numbers that belong to nobody and
/// that no demo family has, and local parts at example.se or a name below it. What follows a plus is free: <c>bounce+17@example.se</c>.
/// </summary>
internal static class TestReceivers
{
    public static readonly FrozenDictionary<string, Outcome> Numbers = new Dictionary<string, Outcome>
    {
        ["+46701740653"] = Outcome.Refused,
        ["+46701740684"] = Outcome.NumberUnknown,
        ["+46701740695"] = Outcome.OptedOut,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Outcome> LocalParts = new Dictionary<string, Outcome>
    {
        ["refused"] = Outcome.Refused,
        ["bounce"] = Outcome.Bounced,
        ["blocked"] = Outcome.Blocked,
        ["dropped"] = Outcome.Dropped,
        ["spamreport"] = Outcome.ReportedAsSpam,
        ["unsubscribe"] = Outcome.Unsubscribed,
        ["deferred"] = Outcome.Deferred,
        ["silent"] = Outcome.Silent,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Outcome? Find(string receiver)
    {
        if (receiver.Split('@') is not [var local, var domain])
        {
            return Numbers.TryGetValue(receiver, out var outcome) ? outcome : null;
        }

        var ours = domain.Equals("example.se", StringComparison.OrdinalIgnoreCase)
            || domain.EndsWith(".example.se", StringComparison.OrdinalIgnoreCase);
        return ours && LocalParts.TryGetValue(local.Split('+')[0], out var fate) ? fate : null;
    }
}
