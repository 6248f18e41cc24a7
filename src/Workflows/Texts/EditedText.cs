using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using NodaTime;

namespace Notifieringar.Workflows.Texts;

/// <summary>A text as its editor sees it.</summary>
/// <param name="Programme">Its programme.</param>
/// <param name="Step">Its step.</param>
/// <param name="Key">Which text.</param>
/// <param name="Published">What is sent today; null for nothing.</param>
/// <param name="Swedish">The Swedish text that is published, for a translation to be compared with; null for Swedish itself and when there is
/// none.</param>
/// <param name="Earlier">The Swedish text that the translation was made from, when it is no longer the published one and still known.</param>
/// <param name="IsStale">True when the Swedish text has changed since this translation of it.</param>
/// <param name="Draft">What somebody is working on; null for nothing.</param>
/// <param name="Versions">Every version there has been, the latest first; shipped ones last.</param>
public sealed record EditedText(
    Programme Programme,
    Step Step,
    TemplateKey Key,
    TextVersionSeen? Published,
    TextVersionSeen? Swedish,
    TextVersionSeen? Earlier,
    bool IsStale,
    DraftSeen? Draft,
    ImmutableArray<TextVersionSeen> Versions)
{
    /// <summary>The words to go on with: the draft, else what is published, else the Swedish text to translate, else nothing.</summary>
    public string Words => Draft?.Source ?? Published?.Source ?? Swedish?.Source ?? "";
}

/// <summary>A version of a text.</summary>
/// <param name="Version">The version.</param>
/// <param name="Source">The words.</param>
/// <param name="IsShipped">True for one that came with the product.</param>
/// <param name="IsReviewed">True when a person who speaks the language has read it.</param>
/// <param name="By">Who published it; null for nobody who signs in.</param>
/// <param name="At">When it was published last; null when that is not known.</param>
public sealed record TextVersionSeen(string Version, string Source, bool IsShipped, bool IsReviewed, string? By, Instant? At);

/// <summary>A draft.</summary>
/// <param name="Source">The words.</param>
/// <param name="By">Who saved it last.</param>
/// <param name="At">When.</param>
/// <param name="Version">Its version, to save over it.</param>
public sealed record DraftSeen(string Source, string By, Instant At, string Version);

/// <summary>What came of saving, discarding or restoring a draft.</summary>
public enum DraftOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Somebody else has saved or discarded the draft meanwhile.</summary>
    Changed,

    /// <summary>The text is too long to be kept.</summary>
    TooLong,

    /// <summary>There is no such text or version.</summary>
    Unknown,
}
