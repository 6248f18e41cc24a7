namespace Notifieringar.Browser.Shown;

/// <summary>A page to look at.</summary>
/// <param name="Name">For test names and file names.</param>
/// <param name="Path">Its address.</param>
/// <param name="Person">Who must be signed in; null for nobody.</param>
/// <param name="Status">The HTTP status it answers with.</param>
internal sealed record ShownPage(string Name, string Path, string? Person = null, int Status = 200);
