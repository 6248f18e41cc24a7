namespace Notifieringar.Web.Staff.Pages;

/// <summary>What has been typed to be rehearsed.</summary>
/// <param name="Days">How many days, as it was typed.</param>
/// <param name="ImportsStop">True to play that no more lists come.</param>
public sealed record RehearsalForm(string Days, bool ImportsStop);
