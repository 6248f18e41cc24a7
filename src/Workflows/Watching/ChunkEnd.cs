namespace Notifieringar.Workflows.Watching;

/// <summary>How the work on a chunk ended.</summary>
internal enum ChunkEnd
{
    /// <summary>Everything in it is settled.</summary>
    Settled,

    /// <summary>Some of it is put off: a provider said not now, or the lease ran out.</summary>
    Later,

    /// <summary>Nothing was sent: the unit or everything is stopped, or its campaign is paused.</summary>
    Held,

    /// <summary>Nothing was sent: this minute's budget for the provider is spent.</summary>
    OverBudget,

    /// <summary>Another sender has it.</summary>
    Busy,
}
