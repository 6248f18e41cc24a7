namespace Notifieringar.Browser.Shown;

/// <summary>A page to look at.</summary>
/// <param name="Name">For test names and file names.</param>
/// <param name="Path">Its address.</param>
/// <param name="Person">Who must be signed in; null for nobody.</param>
/// <param name="Status">The HTTP status it answers with.</param>
/// <param name="Act">What the visitor does there before it is looked at; null for nothing. It may be done again and again.</param>
/// <param name="Html">The page itself, for one that a family sees so seldom that it cannot be had at will; null for what the library answers.</param>
internal sealed record ShownPage(
    string Name, string Path, string? Person = null, int Status = 200, Func<AVisitor, Task>? Act = null, string? Html = null)
{
    /// <summary>Opens it and does what is to be done there.</summary>
    /// <param name="visitor">Who looks; signed in already.</param>
    /// <param name="language">The language of staff's pages; null to leave it as it is.</param>
    public async Task OpenAsync(AVisitor visitor, string? language = null)
    {
        if (Html is not null)
        {
            await visitor.ShowAsync(Path, Html);
            return;
        }

        var asked = language is null ? "" : $"{(Path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}sprak={language}";
        var status = await visitor.OpenAsync($"{Path}{asked}");
        Assert.True(Status == status, $"{Name} answers {status}.");
        if (Act is not null)
        {
            await Act(visitor);
        }
    }
}
