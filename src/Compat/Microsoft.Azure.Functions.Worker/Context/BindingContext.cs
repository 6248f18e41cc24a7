namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a trigger said beside its data.</summary>
public abstract class BindingContext
{
    /// <summary>Queue metadata or route values by name, as text.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
