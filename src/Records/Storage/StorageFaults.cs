using Azure;

namespace Notifieringar.Records.Storage;

/// <summary>Tells a storage account that cannot be reached, or is busy, from a fault of ours.</summary>
public static class StorageFaults
{
    /// <summary>Tells whether an exception comes from the storage account: whoever meets it tries again later, and decides nothing by it.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>True for a failed request, and for one that has been tried in vain several times.</returns>
    public static bool IsOne(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsOne),
        _ => exception is RequestFailedException,
    };
}
