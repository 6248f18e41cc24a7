using System.Text.Json.Serialization;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Sms;
using Notifieringar.Records.Storage;

namespace Notifieringar.Workflows;

/// <summary>How each thing that we need is: <c>Up</c>, <c>Down</c>, or <c>Unknown</c> for what this process has not asked for yet.</summary>
/// <param name="State"><c>Up</c>; <c>Down</c> when a service of the storage account is, for then nothing works.</param>
/// <param name="Tables">Table Storage, asked now.</param>
/// <param name="Queues">Queue Storage, asked now.</param>
/// <param name="Blobs">Blob Storage, asked now.</param>
/// <param name="Sms">The SMS provider, as the last message has shown.</param>
/// <param name="Email">The e-mail provider, as the last e-mail has shown.</param>
/// <param name="Browser">The browser that prints letters, as the last part has shown.</param>
/// <param name="CheckedAt">When storage was asked.</param>
public sealed record Health(string State, string Tables, string Queues, string Blobs, string Sms, string Email, string Browser, DateTimeOffset CheckedAt)
{
    /// <summary>Tells whether the app can work.</summary>
    [JsonIgnore]
    public bool IsUp => State == nameof(Reachability.Up);
}

/// <summary>Shows how the app's dependencies are. It stands open to the world, so it says nothing else, and asks at most once in ten seconds however
/// often it is asked.</summary>
/// <param name="storage">The storage account.</param>
/// <param name="sms">SMS.</param>
/// <param name="email">E-mail.</param>
/// <param name="printer">Letters; asking for it is what finds a browser that is not installed.</param>
/// <param name="time">Real time.</param>
public sealed class ShowHealth(StorageHealth storage, SmsSender sms, EmailSender email, Lazy<LetterPrinter> printer, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _turn = new(1);
    private Health? _last;

    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How they are.</returns>
    public async Task<Health> RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return _last is { } known && time.GetUtcNow() - known.CheckedAt < Fresh ? known : _last = await CheckAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How what is asked only when there is something to send or print has shown itself to this process.</summary>
    /// <returns>By the name it has in the answer.</returns>
    public IReadOnlyList<(string Name, Reachability Reachability)> Dependencies() =>
        [("sms", sms.Reachability), ("email", email.Reachability), ("browser", Browser())];

    /// <summary>Ends.</summary>
    public void Dispose() => _turn.Dispose();

    private async Task<Health> CheckAsync(CancellationToken cancellation)
    {
        var (tables, queues, blobs) = await storage.CheckAsync(cancellation).ConfigureAwait(false);
        var browser = Browser();
        return new Health(
            Of(tables && queues && blobs), Of(tables), Of(queues), Of(blobs), sms.Reachability.ToString(), email.Reachability.ToString(), browser.ToString(), time.GetUtcNow());
    }

    private Reachability Browser()
    {
        try
        {
            return printer.Value.Reachability;
        }
        catch (InvalidOperationException)
        {
            return Reachability.Down; // it is not installed
        }
    }

    private static string Of(bool isUp) => (isUp ? Reachability.Up : Reachability.Down).ToString();
}
