using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Access;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>What came of asking for a key.</summary>
public abstract record IssuedKey
{
    private IssuedKey()
    {
    }

    /// <summary>A new key. It is shown this once and stored nowhere.</summary>
    /// <param name="Key">The key.</param>
    public sealed record Issued(string Key) : IssuedKey;

    /// <summary>The name cannot be used.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : IssuedKey;

    /// <summary>The unit has a key of that name.</summary>
    /// <param name="Problem">What to do.</param>
    public sealed record Taken(string Problem) : IssuedKey;

    /// <summary>There is no such unit.</summary>
    public sealed record NoUnit : IssuedKey;
}

/// <summary>Makes and revokes keys to the API. To exchange one, make another, put it to use and revoke the first.</summary>
/// <param name="keys">Keys.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Says when.</param>
public sealed class IssueApiKey(ApiKeys keys, DefinitionCache definitions, IClock clock)
{
    /// <summary>Makes a key.</summary>
    /// <param name="unit">The only unit it opens.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The key, or why there is none.</returns>
    public async Task<IssuedKey> IssueAsync(UnitId unit, string name, CancellationToken cancellation)
    {
        if (!ApiKeyText.IsName(name))
        {
            return new IssuedKey.Invalid("A key's name is at most 40 lower-case letters a-z, digits and hyphens.");
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return new IssuedKey.NoUnit();
        }

        var key = ApiKeyText.New(unit, name);
        return await keys.AddAsync(new ApiKey(unit, name, key.Hash, clock.GetCurrentInstant()), cancellation).ConfigureAwait(false)
            ? new IssuedKey.Issued(key.ToString())
            : new IssuedKey.Taken("The unit has a key of that name. Choose another name, or revoke that key first.");
    }

    /// <summary>Revokes a key; one that is gone already does not matter.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it opens nothing any more.</returns>
    public Task RevokeAsync(UnitId unit, string name, CancellationToken cancellation) => keys.RemoveAsync(unit, name, cancellation);
}
