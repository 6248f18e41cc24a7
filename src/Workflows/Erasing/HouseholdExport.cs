namespace Notifieringar.Workflows.Erasing;

/// <summary>A letter in a printed part.</summary>
/// <param name="Run">The run and part.</param>
/// <param name="Posted">True when it has been posted.</param>
/// <param name="FirstPage">From 1.</param>
/// <param name="Pages">How many.</param>
/// <param name="Notice">What it said, by its key.</param>
public sealed record ExportedLetter(string Run, bool Posted, int FirstPage, int Pages, string Notice);

/// <summary>A message from the household's number.</summary>
/// <param name="At">When it came.</param>
/// <param name="Text">The text.</param>
public sealed record ExportedMessage(DateTimeOffset At, string Text);

/// <summary>A visit.</summary>
/// <param name="Key">Programme, time and id.</param>
/// <param name="AtThisHome">True when it comes to this household.</param>
/// <param name="OtherGuests">How many other homes are invited to it: who is not this household's to know.</param>
/// <param name="Properties">What else is kept of it.</param>
public sealed record ExportedVisit(string Key, bool AtThisHome, int OtherGuests, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A contact that is not used.</summary>
/// <param name="What"><c>household</c>, <c>phone</c> or <c>email</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">When that was asked for or found.</param>
public sealed record ExportedSuppression(string What, string Reason, DateTimeOffset Since);

/// <summary>Everything that is held about a household (GDPR, article 15), property by property as it is kept.</summary>
/// <param name="Unit">The library service.</param>
/// <param name="Person">The household's id.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Household">Names, address, phone, e-mail, language and what stands against writing.</param>
/// <param name="Children">The children, by id.</param>
/// <param name="OtherHomes">How many other homes its children have.</param>
/// <param name="Invitations">Invitations with their answers.</param>
/// <param name="Notices">What has been said, what not and why.</param>
/// <param name="Visits">Visits.</param>
/// <param name="Kept">What else stands under its id, by table: due notices, calls for staff to make, silences, changes, answer codes.</param>
/// <param name="Messages">What has come from its number.</param>
/// <param name="Letters">Its letters in printed parts.</param>
/// <param name="Suppressions">Contacts that are not used.</param>
public sealed record HouseholdExport(
    string Unit,
    string Person,
    DateTimeOffset ReadAt,
    IReadOnlyDictionary<string, object?> Household,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Children,
    int OtherHomes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Invitations,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Notices,
    IReadOnlyList<ExportedVisit> Visits,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> Kept,
    IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<ExportedLetter> Letters,
    IReadOnlyList<ExportedSuppression> Suppressions);
