namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Where the function app takes receipts, and what makes it believe them.</summary>
/// <param name="PublicUrl">The hooks are /hooks/sms and /hooks/mail below it.</param>
/// <param name="SmsSecret">The query parameter <c>secret</c> of the SMS hook.</param>
/// <param name="MailSigningKey">P-256, PKCS #8 in base64.</param>
internal sealed record HookAddress(Uri PublicUrl, string SmsSecret, string MailSigningKey)
{
    public Uri Sms => new(PublicUrl, "hooks/sms?secret=" + Uri.EscapeDataString(SmsSecret));

    public Uri Mail => new(PublicUrl, "hooks/mail");
}
