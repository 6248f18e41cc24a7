using System.Globalization;
using Notifieringar.LocalHost.Sandbox.Receipts;

namespace Notifieringar.LocalHost.Sandbox.Control;

/// <summary>Receipts: what has been told, how they are sent, and what people send to us.</summary>
internal sealed class ReceiptEndpoints(ReceiptDesk? receipts)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/receipts", ListAsync);
        routes.MapPost("/sandbox/receipts", context => ControlJson.TakeAsync<ReceiptRules>(
            context, """{"sent":true,"seed":1,"delayMilliseconds":0,"shuffled":false,"duplicated":0,"dropped":0}, with somewhere to send them""", Set));
        routes.MapPost("/sandbox/inbound", context => ControlJson.TakeAsync<InboundSms>(
            context, """{"from":"+46701740605","to":"Bibblan","message":"STOPP"}, with somewhere to send it""", Receive));
        routes.MapPost("/sandbox/handshake", HandshakeAsync);
    }

    /// <summary>?after=stamp; oldest first.</summary>
    private Task ListAsync(HttpContext context)
    {
        var after = int.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? stamp : 0;
        return ControlJson.WriteAsync(context, receipts?.Book.After(after) ?? []);
    }

    private bool Set(ReceiptRules rules)
    {
        if (receipts is null || rules.MostInBatch < 1 || rules.DelayMilliseconds < 0 || rules.SpreadMilliseconds < 0 || rules.BatchWaitMilliseconds < 0)
        {
            return false;
        }

        receipts.Rules = rules;
        return true;
    }

    private bool Receive(InboundSms sms)
    {
        if (receipts is null || string.IsNullOrEmpty(sms.From) || string.IsNullOrEmpty(sms.To) || sms.Message is null)
        {
            return false;
        }

        receipts.Receive(sms.From, sms.To, sms.Message);
        return true;
    }

    private async Task HandshakeAsync(HttpContext context)
    {
        if (!ControlJson.IsJson(context))
        {
            return;
        }

        try
        {
            if (receipts is not null)
            {
                await ControlJson.WriteAsync(context, await receipts.HandshakeAsync(context.RequestAborted));
                return;
            }
        }
        catch (HttpRequestException)
        {
            // Nobody there, which is what the answer says.
        }

        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private sealed record InboundSms(string? From, string? To, string? Message);
}
