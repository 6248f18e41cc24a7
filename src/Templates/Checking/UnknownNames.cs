namespace Notifieringar.Templates.Checking;

/// <summary>Does everything exist that the text reads and calls?</summary>
internal static class UnknownNames
{
    public static IEnumerable<TextFinding> In(CheckedText text)
    {
        foreach (var read in text.Read.All)
        {
            if (ModelPaths.Roots.Contains(read.Root))
            {
                if (Placeholders.Value(read.Path) is var value && !ModelPaths.Roots.Contains(value) && !ModelPaths.Values.Contains(value))
                {
                    yield return Unknown(text, read, ModelPaths.Values);
                }
            }
            else if (ModelPaths.Functions.Contains(read.Root))
            {
                if (!ModelPaths.Functions.Contains(read.Path))
                {
                    yield return UnknownFunction(text, read);
                }
            }
            else
            {
                yield return Unknown(text, read, ModelPaths.Values.Concat(ModelPaths.Roots));
            }
        }
    }

    private static TextFinding Unknown(CheckedText text, ModelRead read, IEnumerable<string> known) => text.Finding(
        TextFindingCode.UnknownName,
        FindingWeight.Error,
        read.Place,
        $"Namnet ”{read.Path}” finns inte, så ingen skulle få texten.",
        Spelling.Nearest(read.Path, known) is { } nearest
            ? $"Menade du ”{nearest}”?"
            : $"Välj ett av namnen som finns: {string.Join(", ", ModelPaths.Values.Order(StringComparer.Ordinal))}.");

    private static TextFinding UnknownFunction(CheckedText text, ModelRead read) => text.Finding(
        TextFindingCode.UnknownFunction,
        FindingWeight.Error,
        read.Place,
        $"Funktionen ”{read.Path}” finns inte, så ingen skulle få texten.",
        Spelling.Nearest(read.Path, ModelPaths.Functions) is { } nearest ? $"Menade du ”{nearest}”?" : "Ta bort den, eller välj en funktion ur string eller array.");
}
