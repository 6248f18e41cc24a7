using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Notifieringar.LocalHost;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>The SMS and mail providers as the library's hooks know them: with the secret of the one and the key of the other.</summary>
internal sealed class AProvider(ALibrary library) : IDisposable
{
    public const string Subscription = "NOTIS-SMS";

    private readonly HttpClient _http = new() { BaseAddress = library.Machine.PublicUrl };
    private readonly Secrets _secrets = Secrets.LoadOrCreate(Path.Combine(Path.GetDirectoryName(library.FunctionLog)!, "secrets.json"));

    public string SmsSecret => _secrets.HookSmsSecret;

    public Tables Tables { get; } = new(new TableServiceClient(library.Machine.ConnectionString));

    public Task<HttpResponseMessage> PostSmsAsync(string body, string? secret = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"hooks/sms?secret={Uri.EscapeDataString(secret ?? SmsSecret)}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("aeg-subscription-name", Subscription);
        return _http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostMailAsync(string body, DateTimeOffset? at = null, ECDsa? key = null)
    {
        using var own = ECDsa.Create();
        own.ImportPkcs8PrivateKey(Convert.FromBase64String(_secrets.MailSigningKey), out _);
        var timestamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = (key ?? own).SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("hooks/mail", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostUnsignedAsync(string hook, string body) =>
        _http.PostAsync(new Uri($"hooks/{hook}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>Posts reports and works them off.</summary>
    public async Task ReportAsync(params string[] events)
    {
        using var taken = await PostSmsAsync($"[{string.Join(',', events)}]");
        Assert.Equal(System.Net.HttpStatusCode.OK, taken.StatusCode);
        await WorkOffAsync();
    }

    /// <summary>Posts e-mail events and works them off.</summary>
    public async Task MailReportAsync(params string[] events)
    {
        using var taken = await PostMailAsync($"[{string.Join(',', events)}]");
        Assert.Equal(System.Net.HttpStatusCode.OK, taken.StatusCode);
        await WorkOffAsync();
    }

    /// <summary>What the minute's timer and the queues do.</summary>
    public async Task WorkOffAsync()
    {
        await library.FireAsync("SweepReceipts");
        await library.DrainAsync();
    }

    public static string Report(NoticeReference notice, string status, string details = "", int second = 0) => JsonSerializer.Serialize(new
    {
        id = $"Outgoing_{notice.Key.Occasion}",
        eventType = "Microsoft.Communication.SMSDeliveryReportReceived",
        eventTime = "2025-03-03T09:00:00Z",
        data = new
        {
            from = "46701740605",
            to = "+46701740699",
            deliveryStatus = status,
            deliveryStatusDetails = details,
            receivedTimestamp = $"2025-03-03T09:00:{second:00}Z",
            tag = notice.ToString(),
        },
    });

    public static string Inbound(string from, string text, string to = "46701740690") => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Communication.SMSReceived",
        eventTime = "2025-03-03T09:00:00Z",
        data = new { messageId = $"Incoming_{Guid.NewGuid():N}", from, to, message = text, receivedTimestamp = "2025-03-03T09:00:00Z" },
    });

    public static string MailEvent(NoticeReference notice, string @event, string? type = null, string? status = null) => JsonSerializer.Serialize(new
    {
        email = "someone@example.se",
        @event,
        type,
        status,
        reason = "550 someone@example.se does not exist",
        timestamp = 1740992400, // 3 March 2025, 09:00 UTC
        ntc_key = notice.ToString(),
    });

    public void Dispose() => _http.Dispose();
}
