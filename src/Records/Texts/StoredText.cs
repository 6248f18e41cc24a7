using NodaTime;
using Notifieringar.Model;

namespace Notifieringar.Records.Texts;

/// <summary>A text as it stands in the Templates table.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Version">The version.</param>
/// <param name="Source">The Scriban text.</param>
/// <param name="Shipped">True while no administrator has edited it.</param>
/// <param name="Reviewed">False for one that no person has reviewed.</param>
/// <param name="TranslatedFrom">The version of the Swedish text that it says in another language; null for Swedish.</param>
/// <param name="By">Who has published it, an opaque id; null for a shipped one and for one that came with the function key.</param>
/// <param name="At">When it was published last; null for a shipped one.</param>
public sealed record StoredText(
    string Programme,
    string Step,
    Channel Channel,
    string Language,
    string Version,
    string Source,
    bool Shipped,
    bool Reviewed = true,
    string? TranslatedFrom = null,
    string? By = null,
    Instant? At = null);
