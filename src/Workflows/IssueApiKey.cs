using System.Globalization;
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

    /// <summary>The unit has no key of that name.</summary>
    public sealed record NoKey : IssuedKey;
}

/// <summary>A key as it is shown: never its secret, nor anything made from it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">When its secret was made.</param>
/// <param name="Until">When that ends; null for no end.</param>
/// <param name="PreviousUntil">When the secret before it ends; null when it has ended or there is none.</param>
public sealed record ShownKey(string Name, DateTimeOffset Since, DateTimeOffset? Until, DateTimeOffset? PreviousUntil);

/// <summary>Makes, exchanges, lists and revokes keys to the API.</summary>
/// <param name="keys">Keys.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Says when.</param>
public sealed class IssueApiKey(ApiKeys keys, DefinitionCache definitions, IClock clock)
{
    private const int MostDays = 3660;
    private const int UsualOverlap = 7;
    private const string Days = "days and overlap are whole numbers of days, at most 3660.";

    /// <summary>Makes a key.</summary>
    /// <param name="unit">The only unit it opens.</param>
    /// <param name="name">Its name.</param>
    /// <param name="days">How many days it opens it; empty for no end.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The key, or why there is none.</returns>
    public async Task<IssuedKey> IssueAsync(UnitId unit, string name, string days, CancellationToken cancellation)
    {
        if (!ApiKeyText.IsName(name))
        {
            return new IssuedKey.Invalid("A key's name is at most 40 lower-case letters a-z, digits and hyphens.");
        }

        if (!TryRead(days, out var life))
        {
            return new IssuedKey.Invalid(Days);
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return new IssuedKey.NoUnit();
        }

        var key = ApiKeyText.New(unit, name);
        return await keys.AddAsync(new ApiKey(unit, name, Secret(key, life)), cancellation).ConfigureAwait(false)
            ? new IssuedKey.Issued(key.ToString())
            : new IssuedKey.Taken("The unit has a key of that name. Choose another name, exchange its secret with POST, or revoke it first.");
    }

    /// <summary>Gives a key a new secret. The one it had opens for some days more; one before that opens nothing from now on.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="days">How many days the new one opens it; empty for no end.</param>
    /// <param name="overlap">How many days the old one opens it; empty for seven, 0 for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The key with its new secret, or why there is none.</returns>
    public async Task<IssuedKey> ExchangeAsync(UnitId unit, string name, string days, string overlap, CancellationToken cancellation)
    {
        if (!TryRead(days, out var life) || !TryRead(overlap, out var rest))
        {
            return new IssuedKey.Invalid(Days);
        }

        if (!ApiKeyText.IsName(name) || await keys.FindAsync(unit, name, cancellation).ConfigureAwait(false) is not { } kept)
        {
            return new IssuedKey.NoKey();
        }

        var key = ApiKeyText.New(unit, name);
        var end = clock.GetCurrentInstant() + Duration.FromDays(rest ?? UsualOverlap);
        var previous = kept.Current with { Until = kept.Current.Until is { } until && until < end ? until : end };
        return await keys.UpdateAsync(kept with { Current = Secret(key, life), Previous = previous }, cancellation).ConfigureAwait(false)
            ? new IssuedKey.Issued(key.ToString())
            : new IssuedKey.Taken("Somebody else has changed the key meanwhile. Look at it, and try again.");
    }

    /// <summary>The keys of a unit, also those whose time is over.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By name.</returns>
    public async Task<IReadOnlyList<ShownKey>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var listed = await keys.ListAsync(unit, cancellation).ConfigureAwait(false);
        return
        [
            .. listed.Select(key => new ShownKey(
                key.Name,
                key.Current.Since.ToDateTimeOffset(),
                key.Current.Until?.ToDateTimeOffset(),
                key.Previous is { } previous && previous.IsLive(now) ? previous.Until?.ToDateTimeOffset() : null)),
        ];
    }

    /// <summary>Revokes a key with all its secrets; one that is gone already does not matter.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it opens nothing any more.</returns>
    public Task RevokeAsync(UnitId unit, string name, CancellationToken cancellation) => keys.RemoveAsync(unit, name, cancellation);

    private ApiSecret Secret(ApiKeyText key, int? days)
    {
        var now = clock.GetCurrentInstant();
        return new ApiSecret(key.Hash, now, days is { } life ? now + Duration.FromDays(life) : null);
    }

    private static bool TryRead(string text, out int? days)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        days = isNumber ? number : null;
        return text.Length == 0 || (isNumber && number <= MostDays);
    }
}
