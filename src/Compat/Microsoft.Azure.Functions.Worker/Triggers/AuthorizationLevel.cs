namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key the Functions host asks of a caller of an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous,

    /// <summary>A signed-in user; the host treats it like <see cref="Anonymous"/>.</summary>
    User,

    /// <summary>A key of the function or of the host.</summary>
    Function,

    /// <summary>A key of a system extension.</summary>
    System,

    /// <summary>The host's master key.</summary>
    Admin,
}
