using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Templates;

/// <summary>Everything a text may say about one notice. There is no address here, so no text can print one.</summary>
/// <param name="Language">BCP 47 tag of the text's language; decides dates, times and reading direction.</param>
/// <param name="GuardianName">Name of the guardian addressed; null when unknown.</param>
/// <param name="ChildNames">First names of the living children it is about.</param>
/// <param name="Starts">Local time of the visit in Europe/Stockholm; null when the notice is not about a time.</param>
/// <param name="Minutes">How long the visit takes.</param>
/// <param name="AtYourHome">True when the visit comes to the reader's own home; false for the other guardian.</param>
/// <param name="ComesUnlessNo">True when the visit takes place unless the family says no; false when only after a yes.</param>
/// <param name="SenderName">The library's name as families know it.</param>
/// <param name="Phone">Phone number of a person at the library.</param>
/// <param name="AnswerUrl">Address of the answer page; null when there is none.</param>
/// <param name="ShortCode">The same answer page's code, to type by hand; null when there is none.</param>
public sealed record NoticeFacts(
    string Language,
    string? GuardianName,
    ImmutableArray<string> ChildNames,
    LocalDateTime? Starts,
    int Minutes,
    bool AtYourHome,
    bool ComesUnlessNo,
    string SenderName,
    string Phone,
    string? AnswerUrl,
    string? ShortCode);
