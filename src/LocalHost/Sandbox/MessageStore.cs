using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>
/// All accepted messages: in memory, and one JSON line each on file, so that the next run shows them again. A line is with
/// the operating system before the message counts as accepted: killing this process loses none.
/// </summary>
internal sealed class MessageStore : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lock _changing = new();
    private readonly string? _path;
    private readonly Dictionary<string, SandboxMessage> _repeatable = new(StringComparer.OrdinalIgnoreCase);
    private readonly DeliveryTally _tally = new();

    // Only ever added to, and replaced as a whole: a slice handed out stays as it was.
    private SandboxMessage[] _messages = new SandboxMessage[256];
    private int _count;
    private FileStream? _file;

    /// <param name="path">Null keeps nothing on file.</param>
    public MessageStore(string? path)
    {
        _path = path;
        if (path is not null && File.Exists(path))
        {
            foreach (var message in File.ReadLines(path).Select(Read).OfType<SandboxMessage>())
            {
                Remember(message);
            }
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
            Append(message);
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
            _file?.Dispose();
            _file = null;
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Append(SandboxMessage message)
    {
        if (_path is not null)
        {
            _file ??= OpenAtTheEnd(_path);
            _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(message, Json), (byte)'\n']);
        }
    }

    private static FileStream OpenAtTheEnd(string path)
    {
        // No buffer of our own: each write is with the operating system when it returns.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }

        return file;
    }

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

    private static SandboxMessage? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SandboxMessage>(line, Json);
        }
        catch (JsonException)
        {
            // The last line of a machine that was killed while writing it.
            return null;
        }
    }
}
