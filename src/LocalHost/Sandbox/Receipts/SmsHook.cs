using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Event Grid's delivery in its own schema: an array, and what it is in the headers.</summary>
internal sealed class SmsHook(HookAddress address) : IHook
{
    private const string Subscription = "NOTIFIERINGAR-SMS";

    public HttpRequestMessage Wrap(IReadOnlyList<HookEvent> events, int attempt) => Wrap(events, attempt, "Notification");

    /// <summary>The question Event Grid asks before it sends anything: the answer must hold the code.</summary>
    public HttpRequestMessage Handshake(string code) => Wrap([EventGridEvents.Handshake(code)], 0, "SubscriptionValidation");

    private HttpRequestMessage Wrap(IReadOnlyList<HookEvent> events, int attempt, string type)
    {
        var body = "[" + string.Join(',', events.Select(one => one.Json)) + "]";
        var request = new HttpRequestMessage(HttpMethod.Post, address.Sms)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Add("aeg-event-type", type);
        request.Headers.Add("aeg-subscription-name", Subscription);
        request.Headers.Add("aeg-delivery-count", attempt.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("aeg-data-version", "1.0");
        request.Headers.Add("aeg-metadata-version", "1");
        return request;
    }
}
