namespace Notifieringar.Workflows.Importing;

/// <summary>Parts a whole name into given and family name. The whole is what an envelope shows, so a wrong parting harms no letter.</summary>
internal static class GuardianName
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "von", "af", "av", "de", "van", "der", "den", "la", "al", "el", "bin", "ben", "ibn", "abu", "dos", "da", "du", "di", "zu",
    };

    public static (string? Given, string? Family) Parts(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma < name.Length - 1)
        {
            return (name[(comma + 1)..].Trim(), name[..comma].Trim());
        }

        var words = name.Trim(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return (words.FirstOrDefault(), null);
        }

        var family = words.Length - 1;
        while (family > 1 && Particles.Contains(words[family - 1]))
        {
            family--;
        }

        return (string.Join(' ', words[..family]), string.Join(' ', words[family..]));
    }
}
