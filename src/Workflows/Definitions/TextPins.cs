using System.Collections.Immutable;
using Notifieringar.Templates;

namespace Notifieringar.Workflows.Definitions;

/// <summary>The versions of a step's texts that a chunk was cut with: an edit while it is being sent is for the next one.</summary>
internal static class TextPins
{
    public static string Of(IEnumerable<TemplateText> texts) => string.Join(' ', texts.Select(PinOf).Order(StringComparer.Ordinal));

    public static ImmutableArray<TemplateText> Pinned(string pins, IEnumerable<TemplateText> history)
    {
        var pinned = pins.Split(' ').ToHashSet(StringComparer.Ordinal);
        return [.. history.Where(text => pinned.Contains(PinOf(text)))];
    }

    private static string PinOf(TemplateText text) => $"{text.Key.Channel}~{text.Key.Language}~{text.Version}";
}
