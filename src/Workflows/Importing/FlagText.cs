namespace Notifieringar.Workflows.Importing;

/// <summary>Reads yes and no.</summary>
internal static class FlagText
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "j", "ja", "y", "yes", "1", "x", "true", "sant", "sann" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "n", "nej", "no", "0", "-", "false", "falskt", "falsk" };

    /// <summary>Null when it is neither.</summary>
    public static bool? Parse(string text) => Yes.Contains(text) ? true : No.Contains(text) ? false : null;
}
