namespace Azure.Data.Tables.Entities;

/// <summary>Moments given as <see cref="DateTime"/>: only those that say they are UTC have one meaning everywhere.</summary>
internal static class Moments
{
    /// <exception cref="NotSupportedException">The value is local or of no kind.</exception>
    public static DateTimeOffset InUtc(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? new DateTimeOffset(moment)
        : throw new NotSupportedException($"A DateTime of kind {moment.Kind} cannot be stored: make it UTC, or use a DateTimeOffset.");
}
