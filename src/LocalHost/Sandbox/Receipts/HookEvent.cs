namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>One event on its way to the function app, its JSON ready; duplicates are the same event again.</summary>
internal sealed record HookEvent(string Json)
{
    /// <summary>The message it is about; null for an SMS that came in.</summary>
    public SandboxMessage? About { get; init; }

    public ReceiptState State { get; init; }
}
