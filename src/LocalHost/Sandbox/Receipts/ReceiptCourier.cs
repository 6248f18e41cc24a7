namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Brings one hook its events when they are due, in batches, and again a few times when it does not answer 2xx.</summary>
internal sealed class ReceiptCourier : IAsyncDisposable
{
    private const int CallsAtOnce = 4;

    // Long enough together for a killed function process to be there again.
    private static readonly TimeSpan[] RetryWaits = [.. new[] { 0.25, 0.5, 1, 2, 4, 8 }.Select(TimeSpan.FromSeconds)];
    private readonly IHook _hook;
    private readonly Func<ReceiptRules> _rules;
    private readonly Action<HookEvent> _told;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ReceiptQueue _waiting;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;
    private int _pending;
    private int _givenUp;

    /// <summary><paramref name="told"/> is called for each event the hook has taken.</summary>
    public ReceiptCourier(IHook hook, Func<ReceiptRules> rules, Action<HookEvent> told, TimeProvider time)
    {
        (_hook, _rules, _told, _time, _waiting) = (hook, rules, told, time, new ReceiptQueue(time));
        _running = RunAsync();
    }

    /// <summary>Events on their way, duplicates counted.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Events the hook did not take at any try.</summary>
    public int GivenUp => Volatile.Read(ref _givenUp);

    public void Send(HookEvent sent, DateTimeOffset due)
    {
        Interlocked.Increment(ref _pending);
        _waiting.Add(new Parcel(sent, 0), due);
    }

    /// <summary>Forgets what has not been sent.</summary>
    public void Clear() => Interlocked.Add(ref _pending, -_waiting.Clear());

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _client.Dispose();
        _waiting.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var calls = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = _stopping.Token };
        try
        {
            while (true)
            {
                await _waiting.UntilDueAsync(_stopping.Token);
                var rules = _rules();
                await Task.Delay(TimeSpan.FromMilliseconds(rules.BatchWaitMilliseconds), _time, _stopping.Token);
                await Parallel.ForEachAsync(Ordered(_waiting.TakeDue(), rules).Chunk(rules.MostInBatch), calls, async (batch, token) => await PostAsync(batch, token));
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The sandbox stops; what is on its way is lost, as when a provider has a bad day.
        }
    }

    private static IEnumerable<Parcel> Ordered(IReadOnlyList<Parcel> due, ReceiptRules rules)
    {
        var chance = new Chance(rules.Seed);
        return rules.Shuffled ? due.OrderBy(parcel => chance.For(parcel.Sent.Json)) : due;
    }

    private async Task PostAsync(Parcel[] batch, CancellationToken stopping)
    {
        var taken = await IsTakenAsync(batch, stopping);
        foreach (var parcel in batch)
        {
            if (!taken && parcel.Attempt < RetryWaits.Length)
            {
                _waiting.Add(parcel with { Attempt = parcel.Attempt + 1 }, _time.GetUtcNow() + RetryWaits[parcel.Attempt]);
                continue;
            }

            if (taken)
            {
                _told(parcel.Sent);
            }
            else
            {
                Interlocked.Increment(ref _givenUp);
            }

            Interlocked.Decrement(ref _pending);
        }
    }

    private async Task<bool> IsTakenAsync(Parcel[] batch, CancellationToken stopping)
    {
        try
        {
            using var request = _hook.Wrap([.. batch.Select(parcel => parcel.Sent)], batch[0].Attempt);
            using var answer = await _client.SendAsync(request, stopping);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return false;
        }
    }
}
