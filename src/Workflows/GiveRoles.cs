using System.Collections.Immutable;
using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Says who may do what on a unit's staff pages.</summary>
/// <param name="definitions">Units.</param>
/// <param name="table">Roles.</param>
/// <param name="clock">When.</param>
public sealed class GiveRoles(DefinitionCache definitions, RoleTable table, IClock clock)
{
    private const int LongestUser = 64;

    /// <summary>Gives roles, in place of those before.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="user">The id that the sign-in gives.</param>
    /// <param name="json"><c>{ "roles": ["staff", "campaigner", "approver", "administrator"] }</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done; or what to mend.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string user, string json, CancellationToken cancellation)
    {
        if (!IsUser(user))
        {
            return new ChangeOutcome.Invalid($"The user is known by an id of at most {LongestUser} letters, digits and hyphens: the object id of the sign-in.");
        }

        if (Read(json) is not { IsDefaultOrEmpty: false } roles)
        {
            return new ChangeOutcome.Invalid("Send { \"roles\": [ … ] } with at least one of staff, campaigner, approver and administrator.");
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return new ChangeOutcome.Unknown("There is no such unit.");
        }

        await table.SetAsync(unit, user, roles, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        return new ChangeOutcome.Done();
    }

    /// <summary>Takes all roles in a unit away.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public Task TakeAsync(UnitId unit, string user, CancellationToken cancellation) =>
        IsUser(user) ? table.RemoveAsync(unit, user, cancellation) : Task.CompletedTask;

    /// <summary>Tells whether a text can be a user's id; it then may stand in logs and records as who did something.</summary>
    /// <param name="user">The text.</param>
    /// <returns>True when it can.</returns>
    public static bool IsUser(string user) =>
        user is { Length: > 0 and <= LongestUser } && user.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    private static ImmutableArray<StaffRole> Read(string json)
    {
        try
        {
            var names = JsonSerializer.Deserialize<Given>(json, JsonSerializerOptions.Web)?.Roles ?? [];
            return [.. names.Select(name => Enum.GetValues<StaffRole>().First(role => role.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)))];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private sealed record Given(string[]? Roles);
}
