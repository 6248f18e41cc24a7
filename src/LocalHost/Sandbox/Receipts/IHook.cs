namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>One of the function app's hooks: how a provider wraps events in a call.</summary>
internal interface IHook
{
    /// <summary>The attempt is 0 for the first try.</summary>
    HttpRequestMessage Wrap(IReadOnlyList<HookEvent> events, int attempt);
}
