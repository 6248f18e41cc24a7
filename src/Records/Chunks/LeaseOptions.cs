using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>How long a lease holds: longer than any chunk takes, much shorter than the SMS provider's repeatability window of five minutes.</summary>
/// <param name="Time">The time.</param>
public sealed record LeaseOptions(Duration Time)
{
    /// <summary>The setting, in seconds.</summary>
    public const string Setting = "Chunks:LeaseSeconds";

    /// <summary>A minute, unless the setting says otherwise.</summary>
    public static LeaseOptions Default { get; } = new(Duration.FromMinutes(1));

    /// <summary>The last part of a lease, in which nothing more is begun: longer than all tries of one message take, so that no sender is
    /// still sending when its lease has run out.</summary>
    public Duration Margin => Time / 2;
}
