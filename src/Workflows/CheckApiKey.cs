using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Access;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Who calls the API.</summary>
/// <param name="Unit">The unit; nothing outside it is reached.</param>
/// <param name="Key">The key's name.</param>
public sealed record ApiCaller(UnitId Unit, string Key);

/// <summary>Finds whose key it is. The unit is that of the key's own row, never one that the request names.</summary>
/// <param name="keys">Keys.</param>
/// <param name="clock">Which secrets still hold.</param>
/// <param name="logger">Log.</param>
public sealed partial class CheckApiKey(ApiKeys keys, IClock clock, ILogger<CheckApiKey> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="key">The key as the caller gave it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The caller; null for a key that opens nothing.</returns>
    public async Task<ApiCaller?> RunAsync(string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (ApiKeyText.Parse(key) is not { } given)
        {
            Log.NoKey(logger);
            return null;
        }

        if (await keys.FindAsync(given.Unit, given.Name, cancellation).ConfigureAwait(false) is { } kept && Opens(given, kept))
        {
            return new ApiCaller(kept.Unit, kept.Name);
        }

        Log.Refused(logger, given.Name, given.Unit);
        return null;
    }

    private bool Opens(ApiKeyText given, ApiKey kept)
    {
        var now = clock.GetCurrentInstant();
        return Is(kept.Current) || (kept.Previous is { } previous && Is(previous));

        bool Is(ApiSecret secret) => secret.IsLive(now)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Hash), Encoding.UTF8.GetBytes(secret.Hash));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A call to the API is refused: what it gives as a key is none.")]
        public static partial void NoKey(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "A call to the API is refused: it gives a key {Key} of {Unit} that is not there, revoked, past its time or another.")]
        public static partial void Refused(ILogger logger, string key, UnitId unit);
    }
}
