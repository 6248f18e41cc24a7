using System.Text.RegularExpressions;
using Notifieringar.Model;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Workflows.Auditing;

/// <summary>What of a request may stand in the audit log: ids that name no family. The id of a person is written as a hash, the beginning of the
/// id that an erasure of the household would have.</summary>
/// <param name="hashes">Hashes of people.</param>
public sealed partial class AuditText(ContactHashes hashes)
{
    private const string LeftOut = "…";
    private const int Longest = 300;
    private const int HashLength = 12;

    /// <summary>An id as it may be written.</summary>
    /// <param name="text">A part of a path, or a field that holds an id.</param>
    /// <returns>The id, a hash of it, or three dots for what is no id.</returns>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HouseholdId.TryParse(text, out var person) ? Of(person)
            : Id().IsMatch(text) && !Number().IsMatch(text) ? text
            : LeftOut;
    }

    /// <summary>A person as they may be named.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The beginning of a hash.</returns>
    public string Of(PersonId person) => $"h-{hashes.OfErased(person)[..HashLength]}";

    /// <summary>Several ids, as they may be written.</summary>
    /// <param name="texts">The ids.</param>
    /// <returns>Them with spaces between.</returns>
    public string Of(IEnumerable<string> texts) => Short(string.Join(' ', texts.Select(Of)));

    internal static string Short(string text) => text.Length > Longest ? text[..Longest] : text;

    [GeneratedRegex("^[a-z0-9][A-Za-z0-9~:._+-]{0,79}$")]
    private static partial Regex Id();

    // A phone number or a personal identity number; a day is neither.
    [GeneratedRegex(@"^(?!\d{4}-\d\d-\d\d$)\+?[\d-]{7,}$")]
    private static partial Regex Number();
}
