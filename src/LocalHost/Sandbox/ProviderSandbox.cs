using Notifieringar.LocalHost.Sandbox.Mail;
using Notifieringar.LocalHost.Sandbox.Outbox;
using Notifieringar.LocalHost.Sandbox.Sms;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>
/// The SMS and mail providers on one machine: their wire protocols and their rules, faults on demand, and a page that
/// shows what people would have received.
/// </summary>
internal sealed class ProviderSandbox : IAsyncDisposable
{
    // What the mail provider takes.
    private const long BodyLimit = 30 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly MessageStore _messages;
    private readonly SandboxOptions _options;

    private ProviderSandbox(SandboxOptions options, TimeProvider time)
    {
        _options = options;
        if (options.Fresh)
        {
            File.Delete(options.MessagesPath);
        }

        _messages = new MessageStore(options.MessagesPath);
        var shownTime = options.ShownTime ?? time.GetUtcNow;
        var sms = new SmsEndpoint(
            new SmsInbox(_messages, time, shownTime), Convert.FromBase64String(options.SmsAccessKey), Faults, time);
        var mail = new MailEndpoint(_messages, options.MailApiKey, Faults, time, shownTime);
        _app = LoopbackServer.CreateBuilder(options.Port, BodyLimit).Build();
        _app.UseHostFiltering();
        _app.UseRouting();
        _app.MapPost("/sms", sms.HandleAsync);
        _app.MapPost("/v3/mail/send", mail.HandleAsync);
        new ControlEndpoints(_messages, Faults).Map(_app);
        new OutboxEndpoints(_messages, new LetterFolder(options.LettersFolder)).Map(_app);
    }

    public FaultPlan Faults { get; } = new();

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
    public IReadOnlyList<DeliveryCount> Counts() => DeliveryCount.Of(_messages.All);

    /// <summary>Forgets all messages and faults.</summary>
    public void Reset()
    {
        _messages.Clear();
        Faults.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
