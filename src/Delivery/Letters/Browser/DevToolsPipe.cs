using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>
/// A client of the DevTools protocol over a pipe: JSON messages that end in a zero byte. A pipe, because a debugging port would let
/// every program on the machine read the letters.
/// </summary>
internal sealed class DevToolsPipe : IAsyncDisposable
{
    private readonly Stream _toBrowser;
    private readonly Stream _fromBrowser;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly Task _reading;
    private volatile bool _ended;
    private int _lastId;

    public DevToolsPipe(Stream toBrowser, Stream fromBrowser, TimeProvider time)
    {
        (_toBrowser, _fromBrowser, _time) = (toBrowser, fromBrowser, time);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Whether the browser still listens.</summary>
    public bool IsOpen => !_ended;

    /// <summary>Sends a command and returns its result. <see cref="IOException"/> when the browser ends, refuses or is too slow.</summary>
    public async Task<JsonElement> SendAsync(
        string method, JsonObject? parameters, string? session, TimeSpan patience, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
            if (session is not null)
            {
                message["sessionId"] = session;
            }

            await WriteAsync(message, cancellationToken);
            if (_ended)
            {
                throw new IOException("The browser has ended.");
            }

            return await answer.Task.WaitAsync(patience, _time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new IOException($"The browser did not answer {method} within {patience.TotalSeconds} seconds.", e);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _toBrowser.DisposeAsync();
        // The pipe ends with the browser; a helper process that outlives it for a moment must not hold us.
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(5), _time));
        await _fromBrowser.DisposeAsync();
        _writing.Dispose();
    }

    private async Task WriteAsync(JsonObject message, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            message.WriteTo(writer);
        }

        buffer.Write("\0"u8);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _toBrowser.WriteAsync(buffer.WrittenMemory, cancellationToken);
            await _toBrowser.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            for (int count; (count = await _fromBrowser.ReadAsync(buffer)) > 0;)
            {
                var rest = buffer.AsMemory(0, count);
                for (int end; (end = rest.Span.IndexOf((byte)0)) >= 0; rest = rest[(end + 1)..])
                {
                    message.Write(rest.Span[..end]);
                    Receive(message.GetBuffer().AsMemory(0, (int)message.Length));
                    message.SetLength(0);
                }

                message.Write(rest.Span);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            // The pipe broke or carries nonsense; either way this browser is lost, and the waiting commands are told so below.
        }

        _ended = true;
        foreach (var answer in _waiting.Values)
        {
            answer.TrySetException(new IOException("The browser ended while it worked."));
        }
    }

    private void Receive(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var message = document.RootElement;
        if (!message.TryGetProperty("id", out var id) || !_waiting.TryGetValue(id.GetInt32(), out var answer))
        {
            return;
        }

        if (message.TryGetProperty("error", out var error))
        {
            answer.TrySetException(new IOException($"The browser refused a command: {error.GetProperty("message").GetString()}"));
        }
        else
        {
            answer.TrySetResult(message.GetProperty("result").Clone());
        }
    }
}
