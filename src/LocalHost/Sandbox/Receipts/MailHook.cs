using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>The mail provider's Event Webhook: one event a line in an array, and a signature over the time and the very bytes.</summary>
internal sealed class MailHook : IHook, IDisposable
{
    private readonly HookAddress _address;
    private readonly TimeProvider _time;
    private readonly ECDsa _key = ECDsa.Create();
    private readonly Lock _signing = new();

    public MailHook(HookAddress address, TimeProvider time)
    {
        (_address, _time) = (address, time);
        _key.ImportPkcs8PrivateKey(Convert.FromBase64String(address.MailSigningKey), out _);
    }

    public HttpRequestMessage Wrap(IReadOnlyList<HookEvent> events, int attempt)
    {
        // With the line break at the end that the provider sends: whoever trims the body cannot verify it.
        var body = Encoding.UTF8.GetBytes("[" + string.Join(",\r\n", events.Select(one => one.Json)) + "]\r\n");
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, _address.Mail) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Sign([.. Encoding.UTF8.GetBytes(timestamp), .. body]));
        return request;
    }

    public void Dispose() => _key.Dispose();

    private string Sign(byte[] signed)
    {
        lock (_signing)
        {
            return Convert.ToBase64String(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }
}
