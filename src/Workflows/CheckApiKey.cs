using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Access;

namespace Notifieringar.Workflows;

/// <summary>Who calls the API.</summary>
/// <param name="Unit">The unit; nothing outside it is reached.</param>
/// <param name="Key">The key's name.</param>
public sealed record ApiCaller(UnitId Unit, string Key);

/// <summary>Finds whose key it is. The unit is that of the key's own row, never one that the request names.</summary>
/// <param name="keys">Keys.</param>
public sealed class CheckApiKey(ApiKeys keys)
{
    /// <summary>Runs.</summary>
    /// <param name="key">The key as the caller gave it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The caller; null for a key that opens nothing.</returns>
    public async Task<ApiCaller?> RunAsync(string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ApiKeyText.Parse(key) is { } given
            && await keys.FindAsync(given.Unit, given.Name, cancellation).ConfigureAwait(false) is { } kept
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Hash), Encoding.UTF8.GetBytes(kept.Hash))
                ? new ApiCaller(kept.Unit, kept.Name)
                : null;
    }
}
