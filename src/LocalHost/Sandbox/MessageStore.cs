namespace Notifieringar.LocalHost.Sandbox;

/// <summary>All accepted messages: in memory, and on file before they count as accepted, so that the next run shows them again.</summary>
internal sealed class MessageStore : IDisposable
{
    private readonly Lock _changing = new();
    private readonly MessageFile? _file;
    private readonly Dictionary<string, SandboxMessage> _repeatable = new(StringComparer.OrdinalIgnoreCase);
    private readonly DeliveryTally _tally = new();

    // Only ever added to, and replaced as a whole: a slice handed out stays as it was.
    private SandboxMessage[] _messages = new SandboxMessage[256];
    private int _count;

    /// <param name="path">Null keeps nothing on file.</param>
    public MessageStore(string? path)
    {
        _file = path is null ? null : new MessageFile(path);
        foreach (var message in _file?.Read() ?? [])
        {
            Remember(message);
        }
    }

    /// <summary>Raised for each message once it is stored.</summary>
    public event Action<SandboxMessage>? Added;

    /// <summary>Oldest first; a picture of this moment, not a copy.</summary>
    public IReadOnlyList<SandboxMessage> All => After(0);

    /// <summary>Those with a higher number, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> After(int number)
    {
        lock (_changing)
        {
            var from = IndexAfter(number);
            return new ArraySegment<SandboxMessage>(_messages, from, _count - from);
        }
    }

    public SandboxMessage? Find(int number) => After(number - 1) is [{ } first, ..] && first.Number == number ? first : null;

    /// <summary>The message that was accepted with this repeatability id.</summary>
    public SandboxMessage? FindRepeatable(string id)
    {
        lock (_changing)
        {
            return _repeatable.GetValueOrDefault(id);
        }
    }

    public IReadOnlyList<DeliveryCount> Counts()
    {
        lock (_changing)
        {
            return _tally.List();
        }
    }

    /// <summary>What was delivered more than once.</summary>
    public IReadOnlyList<DeliveryCount> Repeated()
    {
        lock (_changing)
        {
            return _tally.Repeated();
        }
    }

    /// <summary>The message gets its number here; what <paramref name="create"/> returns is what was stored.</summary>
    public SandboxMessage Add(Func<int, SandboxMessage> create)
    {
        SandboxMessage message;
        lock (_changing)
        {
            message = create(_count == 0 ? 1 : _messages[_count - 1].Number + 1);
            _file?.Append(message);
            Remember(message);
        }

        Added?.Invoke(message);
        return message;
    }

    public void Clear()
    {
        lock (_changing)
        {
            (_messages, _count) = (new SandboxMessage[256], 0);
            _repeatable.Clear();
            _tally.Clear();
            _file?.Delete();
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Remember(SandboxMessage message)
    {
        if (_count == _messages.Length)
        {
            Array.Resize(ref _messages, _count * 2);
        }

        _messages[_count++] = message;
        _tally.Add(message);
        if (message.Repeatable is { } repeatable)
        {
            _repeatable.TryAdd(repeatable.Id, message);
        }
    }

    private int IndexAfter(int number)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _messages[middle].Number <= number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
