namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as it was written.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The file of the assembly that holds it.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Its method: namespace, class and name.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>An id that is stable over invocations.</summary>
    public abstract string Id { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }
}
