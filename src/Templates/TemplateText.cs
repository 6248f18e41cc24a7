namespace Notifieringar.Templates;

/// <summary>One version of a text, in the Scriban language (docs/templates-model.md says what it may read).</summary>
/// <param name="Key">What it is for.</param>
/// <param name="Version">The version; a campaign pins it.</param>
/// <param name="Source">The text as written.</param>
/// <param name="IsReviewed">False for a text that no person has reviewed: it is sent only where the unit allows that.</param>
public sealed record TemplateText(TemplateKey Key, string Version, string Source, bool IsReviewed = true);
