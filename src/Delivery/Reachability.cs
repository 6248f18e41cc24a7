namespace Notifieringar.Delivery;

/// <summary>Whether something that we need was there the last time this process asked for it.</summary>
public enum Reachability
{
    /// <summary>It has not been asked for.</summary>
    Unknown,

    /// <summary>It was.</summary>
    Up,

    /// <summary>It was not.</summary>
    Down,
}
