using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>What a text is for: one step of a programme, said on one channel in one language.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel; each has its own text.</param>
/// <param name="Language">BCP 47 tag, for example <c>sv</c>.</param>
public sealed record TemplateKey(string Programme, string Step, Channel Channel, string Language);
