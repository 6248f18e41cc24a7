using Notifieringar.Workflows.Hooks;

namespace Notifieringar.Workflows;

/// <summary>Takes what providers post: checks who it is, strips it, keeps it and answers at once. Everything else is others' work.</summary>
/// <param name="sms">SMS events.</param>
/// <param name="email">E-mail events.</param>
public sealed class ReceiveHook(ReceiveSmsEvents sms, ReceiveEmailEvents email)
{
    /// <summary>Takes a post.</summary>
    /// <param name="provider">The hook's name: <c>sms</c> or <c>mail</c>.</param>
    /// <param name="post">The post.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The answer. When storage fails it throws, so that the provider tries again.</returns>
    public Task<HookAnswer> RunAsync(string provider, HookPost post, CancellationToken cancellation) => provider switch
    {
        "sms" => sms.RunAsync(post, cancellation),
        "mail" => email.RunAsync(post, cancellation),
        _ => Task.FromResult(new HookAnswer(HookResult.NoSuchHook)),
    };
}
