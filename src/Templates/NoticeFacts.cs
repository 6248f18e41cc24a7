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
/// <param name="Occasion">What else there is to say of an occasion that is not a home visit; null for nothing.</param>
/// <param name="Campaign">What staff has written for this campaign; null for nothing.</param>
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
    string? ShortCode,
    OccasionFacts? Occasion = null,
    CampaignFacts? Campaign = null);

/// <summary>What a text may say of an occasion beside its time.</summary>
/// <param name="Place">Where, as families know it; null when it is not known.</param>
/// <param name="LastDay">The last day something can be collected; null when there is none.</param>
/// <param name="Items">How many things there are to collect; 0 for none.</param>
/// <param name="Session">Which meeting of its series it is, from 1; 0 outside a series.</param>
/// <param name="Sessions">How many meetings the series has; 0 outside a series.</param>
public sealed record OccasionFacts(string? Place, LocalDate? LastDay = null, int Items = 0, int Session = 0, int Sessions = 0);

/// <summary>What staff has written for one campaign.</summary>
/// <param name="Text">A few sentences; null for none.</param>
/// <param name="Link">An address on the web; null for none.</param>
public sealed record CampaignFacts(string? Text, string? Link);
