namespace Notifieringar.Workflows.Hooks;

/// <summary>How the hooks know their providers. A hook whose setting is missing takes nothing.</summary>
/// <param name="SmsSecret">The secret in the address given to Event Grid; null when it is not set.</param>
/// <param name="SmsSubscription">The only event subscription that may be validated; null for any that knows the secret.</param>
/// <param name="MailPublicKey">The key that e-mail events are signed with: SubjectPublicKeyInfo in base64; null when it is not set.</param>
/// <param name="SmsCaller">The only application that may post SMS events, by its checked token, besides knowing the secret; null for any.</param>
public sealed record HookOptions(string? SmsSecret, string? SmsSubscription, string? MailPublicKey, string? SmsCaller = null);
