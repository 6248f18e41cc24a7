using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Watching;

/// <summary>The trace of one notice, from its provider to its receipt: its id is a hash of the notice with a secret, so that whoever meets the notice,
/// days later and in another process, goes on with the same trace and nothing has to be stored (docs/adr/0012-a-trace-for-each-notice.md).</summary>
public sealed class NoticeTraces
{
    private const int IdBytes = 16;

    // Only a root may choose its trace, and only so; everybody else's roots stay random.
    [ThreadStatic]
    private static ActivityTraceId? _next;

    private readonly byte[] _key;

    static NoticeTraces() => Activity.TraceIdGenerator = () => _next ?? ActivityTraceId.CreateRandom();

    /// <summary>Makes traces with a secret.</summary>
    /// <param name="key">The secret that answer codes are made with.</param>
    public NoticeTraces(byte[] key) => _key = key;

    /// <summary>The id of a notice in telemetry, which is that of its trace.</summary>
    /// <param name="notice">The notice.</param>
    /// <returns>32 lower-case hex digits. Without the secret they say nothing of the person.</returns>
    public string IdOf(NoticeReference notice) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"trace:{notice}")).AsSpan(0, IdBytes));

    /// <summary>Begins a span of the notice's own trace, linked to the work that does it. In an async method the caller's span comes back by
    /// itself when it returns.</summary>
    /// <returns>The span, to be disposed of; null while nobody listens, or when this notice is not in the sample.</returns>
    internal Activity? Start(string name, ActivityKind kind, NoticeReference notice)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        var before = Activity.Current;
        ActivityLink[] work = Telemetry.Current is { } span ? [new ActivityLink(span.Context)] : [];
        var id = IdOf(notice);
        try
        {
            Activity.Current = null; // a root
            _next = ActivityTraceId.CreateFromString(id);
            var begun = Telemetry.Source.StartActivity(name, kind, parentContext: default, Tags(notice, id), work);
            if (begun is null)
            {
                Activity.Current = before;
            }

            return begun;
        }
        finally
        {
            _next = null;
        }
    }

    /// <summary>Puts a moment into the notice's own trace.</summary>
    /// <param name="name">What has happened.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="tag">The name of what is said of it, without <see cref="Telemetry.Prefix"/>.</param>
    /// <param name="value">A word of ours.</param>
    internal void Note(string name, NoticeReference notice, string tag, string value)
    {
        var before = Activity.Current;
        using (var span = Start(name, ActivityKind.Internal, notice))
        {
            span?.SetTag(Telemetry.Prefix + tag, value);
        }

        Activity.Current = before;
    }

    private static KeyValuePair<string, object?>[] Tags(NoticeReference notice, string id) =>
    [
        new(Telemetry.Prefix + "notice", id),
        new(Telemetry.Prefix + "unit", notice.Unit.Value),
        new(Telemetry.Prefix + "programme", notice.Key.Programme),
        new(Telemetry.Prefix + "step", notice.Key.Step),
        new(Telemetry.Prefix + "channel", notice.Key.Channel.ToString()),
    ];
}
