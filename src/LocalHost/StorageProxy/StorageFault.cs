namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>The three services of a storage account.</summary>
internal enum StorageService
{
    Blob,
    Queue,
    Table,
}

/// <summary>How storage misbehaves between the function process and the emulator.</summary>
internal enum StorageFaultKind
{
    /// <summary>The call is done, but late.</summary>
    Delay,

    /// <summary>500 InternalError, and nothing is done.</summary>
    ServerError,

    /// <summary>503 ServerBusy, and nothing is done.</summary>
    ServerBusy,

    /// <summary>The connection is dropped and nothing is done.</summary>
    DropBefore,

    /// <summary>The emulator does it, and the connection is dropped before the answer: the caller cannot know.</summary>
    DropAfter,
}

/// <summary>A fault for the next <see cref="Calls"/> calls of a service.</summary>
internal sealed record StorageFault(StorageService Service, StorageFaultKind Kind, int Calls = 1)
{
    /// <summary>For <see cref="StorageFaultKind.Delay"/>.</summary>
    public int Milliseconds { get; init; }

    /// <summary>Only calls of this HTTP method; null is any.</summary>
    public string? Method { get; init; }
}
