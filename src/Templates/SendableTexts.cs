using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>Which of a step's texts a unit sends; who would have read another gets Swedish.</summary>
public static class SendableTexts
{
    /// <summary>The texts that may be sent.</summary>
    /// <param name="texts">Texts of one step that belong together: the current ones, or those that were pinned together.</param>
    /// <param name="rules">What the unit allows.</param>
    /// <returns>Those that a person has reviewed and that say what the Swedish text says, unless the unit allows others.</returns>
    public static IEnumerable<TemplateText> Of(IReadOnlyCollection<TemplateText> texts, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(rules);
        return texts.Where(text => (text.IsReviewed || rules.AllowsUnreviewedTexts) && (rules.AllowsStaleTexts || !IsStale(text, texts)));
    }

    /// <summary>Tells whether the Swedish text has changed since a text was translated from it. Shipped texts are translated together, also while
    /// a new version of the product is putting them in place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="together">The texts of its step that it belongs together with.</param>
    /// <returns>True for a translation that may say something else than the Swedish text.</returns>
    public static bool IsStale(TemplateText text, IEnumerable<TemplateText> together)
    {
        ArgumentNullException.ThrowIfNull(text);
        var swedish = together.FirstOrDefault(other => other.Key.Channel == text.Key.Channel && other.Key.Language == TextVersion.Swedish);
        return text.Key.Language != TextVersion.Swedish
            && swedish is not null
            && !(text.IsShipped && swedish.IsShipped)
            && !TextVersion.HasSameWords(swedish.Version, text.TranslatedFrom);
    }
}
