using Notifieringar.LocalHost.Sandbox.Control;
using Notifieringar.LocalHost.Sandbox.Mail;
using Notifieringar.LocalHost.Sandbox.Outbox;
using Notifieringar.LocalHost.Sandbox.Receipts;
using Notifieringar.LocalHost.Sandbox.Sms;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>
/// The SMS and mail providers on one machine: their wire protocols and their rules, faults and fates on demand, signed
/// receipts, and a page that shows what people would have received.
/// </summary>
internal sealed class ProviderSandbox : IAsyncDisposable
{
    // What the mail provider takes.
    private const long BodyLimit = 30 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly MessageStore _messages;
    private readonly SandboxOptions _options;
    private readonly ReceiptDesk? _receipts;

    private ProviderSandbox(SandboxOptions options, TimeProvider time)
    {
        _options = options;
        if (options.Fresh)
        {
            File.Delete(options.MessagesPath);
        }

        _messages = new MessageStore(options.MessagesPath);
        if (options.ReceiptsTo is { } address)
        {
            _receipts = new ReceiptDesk(address, options.Receipts, Outcomes, time);
            _messages.Added += _receipts.Accepted;
        }

        var shownTime = options.ShownTime ?? time.GetUtcNow;
        var sms = new SmsEndpoint(
            new SmsInbox(_messages, Outcomes, time, shownTime), Convert.FromBase64String(options.SmsAccessKey), Faults, time);
        var mail = new MailEndpoint(_messages, Outcomes, options.MailApiKey, Faults, time, shownTime);
        _app = LoopbackServer.CreateBuilder(options.Port, BodyLimit).Build();
        _app.UseHostFiltering();
        _app.UseRouting();
        _app.MapPost("/sms", sms.HandleAsync);
        _app.MapPost("/v3/mail/send", mail.HandleAsync);
        new MessageEndpoints(_messages, Reset).Map(_app);
        new FaultEndpoints(Faults, Outcomes).Map(_app);
        new ReceiptEndpoints(_receipts).Map(_app);
        new OutboxEndpoints(_messages, new LetterFolder(options.LettersFolder)).Map(_app);
    }

    public FaultPlan Faults { get; } = new();

    public OutcomeTable Outcomes { get; } = new();

    /// <exception cref="InvalidOperationException">The sandbox was started without <see cref="SandboxOptions.ReceiptsTo"/>.</exception>
    public ReceiptDesk Receipts => _receipts ?? throw new InvalidOperationException("This sandbox was not told where receipts go.");

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Oldest first; one per receiver and delivery.</summary>
    public IReadOnlyList<SandboxMessage> Messages => _messages.All;

    /// <summary>The SMS part's connection string, as the SDK takes it.</summary>
    public string SmsConnectionString => $"endpoint={Url};accesskey={_options.SmsAccessKey}";

    public static async Task<ProviderSandbox> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var sandbox = new ProviderSandbox(options, time);
        sandbox.Url = await LoopbackServer.StartAsync(sandbox._app, "The provider sandbox", cancellationToken);
        return sandbox;
    }

    /// <summary>Per receiver, text and tag: how often a message was really accepted. Repeats inside the window do not count.</summary>
    public IReadOnlyList<DeliveryCount> Counts() => _messages.Counts();

    /// <summary>What was accepted more than once; empty is how it must be.</summary>
    public IReadOnlyList<DeliveryCount> Repeated() => _messages.Repeated();

    /// <summary>Forgets all messages, faults, outcomes and receipts on their way.</summary>
    public void Reset()
    {
        _messages.Clear();
        Faults.Clear();
        Outcomes.Clear();
        _receipts?.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_receipts is not null)
        {
            await _receipts.DisposeAsync();
        }

        _messages.Dispose();
    }
}
