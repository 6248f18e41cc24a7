namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Decides which receipts follow an accepted message, and when; and sends what people answer.</summary>
internal sealed class ReceiptDesk : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private readonly OutcomeTable _outcomes;
    private readonly TimeProvider _time;
    private readonly SmsHook _smsHook;
    private readonly MailHook _mailHook;
    private readonly ReceiptCourier _sms;
    private readonly ReceiptCourier _mail;

    public ReceiptDesk(HookAddress address, ReceiptRules rules, OutcomeTable outcomes, TimeProvider time)
    {
        (_outcomes, _time, Rules) = (outcomes, time, rules);
        (_smsHook, _mailHook) = (new SmsHook(address), new MailHook(address, time));
        _sms = new ReceiptCourier(_smsHook, () => Rules, Told, time);
        _mail = new ReceiptCourier(_mailHook, () => Rules, Told, time);
    }

    /// <summary>For messages accepted from now on.</summary>
    public ReceiptRules Rules { get; set; }

    public ReceiptBook Book { get; } = new();

    public int Pending => _sms.Pending + _mail.Pending;

    /// <summary>Events that no try brought through.</summary>
    public int GivenUp => _sms.GivenUp + _mail.GivenUp;

    public void Accepted(SandboxMessage message)
    {
        var rules = Rules;
        if (!rules.Sent)
        {
            return;
        }

        var chance = new Chance(rules.Seed);
        var key = message.Tag ?? string.Join('~', message.CustomArgs.Values.Prepend(message.To));
        var (now, earliest) = (_time.GetUtcNow(), TimeSpan.Zero);
        foreach (var state in ReceiptStory.Of(message.Channel, _outcomes.Of(message.To)))
        {
            var receipt = $"{key}~{state}";
            var delay = TimeSpan.FromMilliseconds(rules.DelayMilliseconds + (chance.For(receipt + "~delay") * rules.SpreadMilliseconds));
            earliest = rules.Shuffled || delay > earliest ? delay : earliest;
            if (chance.For(receipt + "~dropped") < rules.Dropped)
            {
                continue;
            }

            var copies = chance.For(receipt + "~duplicated") < rules.Duplicated ? 2 : 1;
            Send(Event(message, state, rules, now + earliest), message.Channel, now + earliest, copies);
        }
    }

    /// <summary>An SMS from a person to us.</summary>
    public void Receive(string from, string to, string text)
    {
        var now = _time.GetUtcNow();
        _sms.Send(EventGridEvents.Received(from, to, text, now), now);
    }

    /// <summary>Asks the function app what Event Grid asks before it sends anything.</summary>
    public async Task<HandshakeAnswer> HandshakeAsync(CancellationToken cancellationToken)
    {
        var code = Guid.NewGuid().ToString();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = _smsHook.Handshake(code);
        using var answer = await client.SendAsync(request, cancellationToken);
        return HandshakeAnswer.Of((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken), code);
    }

    /// <summary>Returns when nothing is on its way.</summary>
    public async Task SettledAsync(CancellationToken cancellationToken = default)
    {
        while (Pending > 0)
        {
            await Task.Delay(Look, cancellationToken);
        }
    }

    public void Clear()
    {
        _sms.Clear();
        _mail.Clear();
        Book.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _sms.DisposeAsync();
        await _mail.DisposeAsync();
        _mailHook.Dispose();
    }

    private HookEvent Event(SandboxMessage message, ReceiptState state, ReceiptRules rules, DateTimeOffset at) =>
        message.Channel == SandboxChannel.Sms
            ? EventGridEvents.DeliveryReport(message, _outcomes.Of(message.To), state, rules.CapitalTag, at)
            : MailEvents.Of(message, state, at);

    private void Send(HookEvent sent, SandboxChannel channel, DateTimeOffset due, int copies)
    {
        for (var copy = 0; copy < copies; copy++)
        {
            (channel == SandboxChannel.Sms ? _sms : _mail).Send(sent, due);
        }
    }

    private void Told(HookEvent sent)
    {
        if (sent.About is { } message)
        {
            Book.Write(message, sent.State);
        }
    }
}
