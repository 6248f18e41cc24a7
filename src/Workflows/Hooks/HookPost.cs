namespace Notifieringar.Workflows.Hooks;

/// <summary>What a provider has posted, with what it says about itself.</summary>
/// <param name="Secret">The secret in the address; empty when there is none.</param>
/// <param name="Subscription">Event Grid's name of the event subscription; empty when there is none.</param>
/// <param name="Signature">The e-mail provider's signature; empty when there is none.</param>
/// <param name="Timestamp">The time that is signed along; empty when there is none.</param>
/// <param name="Body">The raw bytes.</param>
/// <param name="Caller">The application whose token came along and was checked; empty when there is none.</param>
public sealed record HookPost(string Secret, string Subscription, string Signature, string Timestamp, ReadOnlyMemory<byte> Body, string Caller = "");

/// <summary>What came of a post.</summary>
public enum HookResult
{
    /// <summary>Everything in it is kept.</summary>
    Taken,

    /// <summary>It does not come from the provider, or is too old.</summary>
    Refused,

    /// <summary>It is no list of events.</summary>
    NotUnderstood,

    /// <summary>The hook's setting is missing, so that nobody can prove to be the provider.</summary>
    NotSetUp,

    /// <summary>There is no hook of this name.</summary>
    NoSuchHook,
}

/// <summary>The answer to a post.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="ValidationCode">The code to give back to a new event subscription; null otherwise.</param>
public sealed record HookAnswer(HookResult Result, string? ValidationCode = null);
