namespace Notifieringar.Workflows.Aging;

/// <summary>The queue message of a part of a unit from which what is too old is to be removed.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Part">A shard of its people, or <see cref="Shared"/>.</param>
public sealed record AgingReference(string Unit, string Part)
{
    /// <summary>All that is not kept by shard.</summary>
    public const string Shared = "shared";
}
