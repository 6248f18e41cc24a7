using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.Settings;

namespace Notifieringar.Workflows;

/// <summary>An answer as it goes out.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Json">Its body.</param>
/// <param name="IsRepeated">True when it was given before, and nothing has been done again.</param>
public sealed record OnceAnswer(int Status, string Json, bool IsRepeated = false);

/// <summary>What came of a request that may be repeated.</summary>
public abstract record OnceOutcome
{
    private OnceOutcome()
    {
    }

    /// <summary>It is answered.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Answered(OnceAnswer Answer) : OnceOutcome;

    /// <summary>The same request is being worked on.</summary>
    public sealed record Busy : OnceOutcome;

    /// <summary>The key stands for another request.</summary>
    public sealed record Another : OnceOutcome;
}

/// <summary>Does what a request asks once, however often it is sent: the first answer is given again for a day.</summary>
/// <param name="requests">Requests and their answers.</param>
/// <param name="time">Real time: it is about connections, not about what is due.</param>
public sealed class AnswerOnce(RepeatableRequests requests, TimeProvider time)
{
    private const int ServerError = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // Who has not answered by then is taken for dead: Azure gives an HTTP request 230 seconds.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(4);

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">The client's key.</param>
    /// <param name="content">Method, path and body, hashed.</param>
    /// <param name="work">Does it. It gets the request's name, so that what it leaves behind when it dies is known again.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it. A fault of ours is not remembered.</returns>
    public async Task<OnceOutcome> RunAsync(
        UnitId unit, string key, ReadOnlyMemory<byte> content, Func<string, Task<OnceAnswer>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var now = time.GetUtcNow();
        var name = Hash(Encoding.UTF8.GetBytes($"{unit}~{key}"));
        var mine = new RepeatableRequest(unit, name, Hash(content.Span), now, now + Kept);
        var before = await requests.FindAsync(unit, name, cancellation).ConfigureAwait(false);
        if (before?.Expires > now)
        {
            if (before.Request != mine.Request)
            {
                return new OnceOutcome.Another();
            }

            if (before is { Status: { } status, Answer: { } answer })
            {
                return new OnceOutcome.Answered(new OnceAnswer(status, Unpacked(answer), IsRepeated: true));
            }

            if (now - before.Begun < LongestWork)
            {
                return new OnceOutcome.Busy();
            }

        }

        return await requests.PutAsync(mine with { Version = before?.Version ?? "" }, cancellation).ConfigureAwait(false) is { } version
            ? new OnceOutcome.Answered(await WorkAsync(mine with { Version = version }, work, cancellation).ConfigureAwait(false))
            : new OnceOutcome.Busy();
    }

    private async Task<OnceAnswer> WorkAsync(RepeatableRequest mine, Func<string, Task<OnceAnswer>> work, CancellationToken cancellation)
    {
        OnceAnswer? answer = null;
        try
        {
            answer = await work(mine.Key[..24]).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            if (answer is { Status: < ServerError })
            {
                await requests.PutAsync(mine with { Status = answer.Status, Answer = Packed(answer.Json) }, cancellation).ConfigureAwait(false);
            }
            else
            {
                await requests.RemoveAsync(mine, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // A table's property holds 64 KiB.
    private static byte[] Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(json));
        }

        return packed.ToArray();
    }

    internal static string Unpacked(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
