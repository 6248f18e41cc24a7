namespace Notifieringar.Templates.Checking;

/// <summary>Guesses what was meant by a misspelt name.</summary>
internal static class Spelling
{
    private const int MostSlips = 3;

    public static string? Nearest(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Slips: Slips(name, candidate)))
        .Where(candidate => candidate.Slips <= MostSlips && candidate.Slips < candidate.Name.Length / 2)
        .OrderBy(candidate => candidate.Slips)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Levenshtein: letters to add, take away or change.
    private static int Slips(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
