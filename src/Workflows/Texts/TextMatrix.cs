using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Workflows.Texts;

/// <summary>The texts of a programme: which there are and how they are.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Languages">BCP 47 tags, Swedish first.</param>
/// <param name="Rows">One for each step and channel, in the order they are said.</param>
public sealed record TextMatrix(Programme Programme, ImmutableArray<string> Languages, ImmutableArray<TextRow> Rows);

/// <summary>The texts of a step on a channel.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Cells">One for each language.</param>
public sealed record TextRow(string Step, Channel Channel, ImmutableArray<TextCell> Cells);

/// <summary>How one text is.</summary>
/// <param name="Key">Which text.</param>
/// <param name="IsPublished">True when it is sent; false when there is none.</param>
/// <param name="HasDraft">True when somebody is working on it.</param>
/// <param name="IsStale">True when the Swedish text has changed since.</param>
/// <param name="IsReviewed">True when a person who speaks the language has read what is published.</param>
public sealed record TextCell(TemplateKey Key, bool IsPublished, bool HasDraft, bool IsStale, bool IsReviewed);
