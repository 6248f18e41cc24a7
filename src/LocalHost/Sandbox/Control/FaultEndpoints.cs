namespace Notifieringar.LocalHost.Sandbox.Control;

/// <summary>What shall go wrong: counted faults, mixes, and the fates of receivers.</summary>
internal sealed class FaultEndpoints(FaultPlan faults, OutcomeTable outcomes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/faults", context => ControlJson.WriteAsync(context, faults.Pending));
        routes.MapPost("/sandbox/faults", context => ControlJson.TakeAsync<Fault>(
            context, """{"channel":"sms|mail","kind":"tooManyRequests|serverError|unavailable|slow|hang|dropBeforeAccepting|dropAfterAccepting","calls":1}""", Add));
        routes.MapGet("/sandbox/mix", context => ControlJson.WriteAsync(
            context, new { sms = faults.MixOf(SandboxChannel.Sms), mail = faults.MixOf(SandboxChannel.Mail) }));
        routes.MapPost("/sandbox/mix", context => ControlJson.TakeAsync<ChannelMix>(
            context, """{"channel":"sms|mail","mix":{"seed":1,"tooManyRequests":0.02,"serverError":0.02,"down":"none|refusing|dropping"}}""", Set));
        routes.MapGet("/sandbox/outcomes", context => ControlJson.WriteAsync(
            context, new { outcomes.Chosen, TestReceivers.Numbers, TestReceivers.LocalParts }));
        routes.MapPost("/sandbox/outcomes", context => ControlJson.TakeAsync<ReceiverOutcome>(
            context, """{"to":"+46701740605 or anna@example.se","outcome":"delivered|refused|unavailable|numberUnknown|bounced and so on"}""", Set));
    }

    private bool Add(Fault fault)
    {
        if (fault.Calls < 1)
        {
            return false;
        }

        faults.Add(fault);
        return true;
    }

    private bool Set(ChannelMix set)
    {
        if (set.Mix is not { } mix)
        {
            return false;
        }

        faults.SetMix(set.Channel, mix);
        return true;
    }

    private bool Set(ReceiverOutcome set)
    {
        if (string.IsNullOrEmpty(set.To) || set.Outcome is not { } outcome)
        {
            return false;
        }

        outcomes.Set(set.To, outcome);
        return true;
    }

    private sealed record ChannelMix(SandboxChannel Channel, FaultMix? Mix);

    private sealed record ReceiverOutcome(string? To, Outcome? Outcome);
}
