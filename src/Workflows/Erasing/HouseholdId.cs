using Notifieringar.Model;

namespace Notifieringar.Workflows.Erasing;

/// <summary>A household's id as it comes from outside.</summary>
internal static class HouseholdId
{
    public const string Remedy = "Name the household by its id: 32 lower-case hex digits.";

    public static bool TryParse(string text, out PersonId person)
    {
        person = new PersonId(text);
        return Ids.IsWellFormed(text);
    }
}
