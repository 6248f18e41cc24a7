using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Ids of changes: an occasion is moved or called off by one change at a time, because both have the id of its next sequence.</summary>
internal static class ChangeIds
{
    public static string Of(Occasion occasion) => string.Create(CultureInfo.InvariantCulture, $"{occasion.Id}-{Next(occasion)}");

    /// <summary>The sequence after the next change. That it was called off was one too, although nobody's code has changed by it.</summary>
    public static int Next(Occasion occasion) => occasion.Sequence + (occasion.CancelledBy is null ? 1 : 2);

    public static string Late(Occasion occasion, int time) => string.Create(CultureInfo.InvariantCulture, $"{occasion.Id}-{occasion.Sequence}-late-{time}");

    public static string Ill(string visitors, LocalDate day) => $"ill-{Keys.Local(day.AtMidnight())}-{Hash(visitors)}";

    public static string Closing(LocalDate from, LocalDate to) => $"closing-{Keys.Local(from.AtMidnight())}-{Keys.Local(to.AtMidnight())}";

    // An id is logged, and nothing can be erased from a log: it names nobody.
    public static string Settle(Invitation invitation) => $"settle-{invitation.Occasion}-{Guid.NewGuid():N}";

    // A pair's name may hold what a key cannot.
    private static string Hash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
}
