using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>All accepted messages: in memory, and one JSON line each on file, so that the next run shows them again.</summary>
internal sealed class MessageStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lock _changing = new();
    private readonly string? _path;
    private readonly List<SandboxMessage> _messages;

    /// <param name="path">Null keeps nothing on file.</param>
    public MessageStore(string? path)
    {
        _path = path;
        _messages = path is not null && File.Exists(path) ? [.. File.ReadLines(path).Select(Read).OfType<SandboxMessage>()] : [];
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SandboxMessage> All
    {
        get
        {
            lock (_changing)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>The message gets its number here; what <paramref name="create"/> returns is what was stored.</summary>
    public SandboxMessage Add(Func<int, SandboxMessage> create)
    {
        lock (_changing)
        {
            var message = create(_messages.Count == 0 ? 1 : _messages[^1].Number + 1);
            if (_path is not null)
            {
                File.AppendAllText(_path, JsonSerializer.Serialize(message, Json) + "\n");
            }

            _messages.Add(message);
            return message;
        }
    }

    public void Clear()
    {
        lock (_changing)
        {
            _messages.Clear();
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
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
