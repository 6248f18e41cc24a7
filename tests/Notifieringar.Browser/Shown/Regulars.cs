using Notifieringar.Browser.Access;

namespace Notifieringar.Browser.Shown;

/// <summary>Visitors who stay and look at one page after the other: one for each screen and person. To come, and to sign in, takes longer than to look.</summary>
internal sealed class Regulars : IAsyncDisposable
{
    private readonly Dictionary<(AScreen Screen, string? Person), AVisitor> _seated = [];

    /// <summary>The visitor at a screen.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="shown">Where.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="person">Who is signed in; null for nobody.</param>
    public async Task<AVisitor> AtAsync(ABrowser browser, AShownLibrary shown, AScreen screen, string? person)
    {
        if (_seated.TryGetValue((screen, person), out var seated))
        {
            await seated.DressAsync(screen.IsDark);
            return seated;
        }

        var visitor = _seated[(screen, person)] = await browser.VisitAsync(shown.Library, screen);
        await visitor.BringAsync(Axe.Source);
        if (person is not null)
        {
            await visitor.SignInAsync(person);
        }

        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _seated.Values)
        {
            await visitor.DisposeAsync();
        }
    }
}
