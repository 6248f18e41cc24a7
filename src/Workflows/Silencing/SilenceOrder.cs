using System.Text.Json;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Silencing;

/// <summary>An order as a library's system or staff give it.</summary>
/// <param name="Person">The household.</param>
/// <param name="Kind">Why.</param>
/// <param name="Child">The child that has died; null for other kinds.</param>
/// <param name="By">Who orders it, as an opaque id.</param>
internal sealed record SilenceOrder(PersonId Person, SilenceKind Kind, ChildId? Child, string By)
{
    private const int LongestBy = 64;

    private static readonly Dictionary<string, SilenceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["deceased"] = SilenceKind.Deceased,
        ["child-deceased"] = SilenceKind.ChildDeceased,
        ["protected"] = SilenceKind.Protected,
        ["opted-out"] = SilenceKind.OptedOut,
        ["moved"] = SilenceKind.Moved,
        ["custody-lost"] = SilenceKind.CustodyLost,
    };

    /// <summary>Reads an order; else a sentence that says what to mend, which never repeats what was sent.</summary>
    public static (SilenceOrder? Order, string Problem) Read(string json)
    {
        Draft? draft;
        try
        {
            draft = JsonSerializer.Deserialize<Draft>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return (null, "The order must be a JSON object with person, kind, for a child's death child, and by.");
        }

        var by = draft?.By ?? "api";
        return draft switch
        {
            null => (null, "The order is empty."),
            _ when !Ids.IsWellFormed(draft.Person) => (null, "person must be the household's id: 32 lower-case hex digits."),
            _ when !Kinds.ContainsKey(draft.Kind ?? "") => (null, $"kind must be one of {string.Join(", ", Kinds.Keys)}."),
            _ when (Kinds[draft.Kind!] == SilenceKind.ChildDeceased) != (draft.Child is not null) => (null, "child is given for child-deceased, and only then."),
            _ when draft.Child is not null && !Ids.IsWellFormed(draft.Child) => (null, "child must be the child's id: 32 lower-case hex digits."),
            _ when by.Length is 0 or > LongestBy || !by.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') =>
                (null, $"by must be an opaque id of at most {LongestBy} letters, digits and hyphens."),
            _ => (new SilenceOrder(new PersonId(draft.Person!), Kinds[draft.Kind!], draft.Child is { } child ? new ChildId(child) : null, by), ""),
        };
    }

    private sealed record Draft(string? Person, string? Kind, string? Child, string? By);
}
