namespace Notifieringar.Templates;

/// <summary>One version of a text, in the Scriban language (docs/templates-model.md says what it may read).</summary>
/// <param name="Key">What it is for.</param>
/// <param name="Version">The version; a campaign pins it.</param>
/// <param name="Source">The text as written.</param>
/// <param name="IsReviewed">False for a text that no person has reviewed: it is sent only where the unit allows that.</param>
/// <param name="TranslatedFrom">The version of the Swedish text that it says in another language; null for Swedish.</param>
/// <param name="IsShipped">True while it is as this product ships it.</param>
public sealed record TemplateText(
    TemplateKey Key, string Version, string Source, bool IsReviewed = true, string? TranslatedFrom = null, bool IsShipped = false);
