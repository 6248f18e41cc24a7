using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>Accepted messages on file, one JSON line each. A line is with the operating system when it is written: killing this process loses none.</summary>
internal sealed class MessageFile(string path) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private FileStream? _file;

    public IEnumerable<SandboxMessage> Read() => File.Exists(path) ? File.ReadLines(path).Select(Read).OfType<SandboxMessage>() : [];

    public void Append(SandboxMessage message)
    {
        _file ??= OpenAtTheEnd(path);
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(message, Json), (byte)'\n']);
    }

    public void Delete()
    {
        Dispose();
        File.Delete(path);
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
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
