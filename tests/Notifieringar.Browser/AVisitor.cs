using Microsoft.Playwright;
using Notifieringar.LocalHost.Triggers.Http;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser;

/// <summary>Somebody at a screen, with cookies of their own. Whatever the browser refuses or a page asks of another site is noted.</summary>
internal sealed class AVisitor : IAsyncDisposable
{
    /// <summary>How long anything may take, in milliseconds: two slow cores shared with other tests.</summary>
    public const float Patience = 90_000;

    private readonly IBrowserContext _context;
    private readonly ALibrary _library;
    private readonly List<string> _complaints = [];
    private readonly List<IResponse> _responses = [];

    private AVisitor(IBrowserContext context, ALibrary library, IPage page) => (_context, _library, Page) = (context, library, page);

    public IPage Page { get; }

    /// <summary>What the security policy has refused, what scripts have thrown, and requests to elsewhere.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<AVisitor> ComesAsync(IBrowser chromium, ALibrary library, AScreen screen)
    {
        var context = await chromium.NewContextAsync(screen.Options(library.Machine.PublicUrl));
        context.SetDefaultTimeout(Patience);
        var visitor = new AVisitor(context, library, await context.NewPageAsync());
        visitor.Listen();
        return visitor;
    }

    /// <summary>Opens a page.</summary>
    /// <returns>The HTTP status.</returns>
    public async Task<int> OpenAsync(string path)
    {
        _responses.Clear();
        return (await Page.GotoAsync(path))!.Status;
    }

    /// <summary>Shows a family's page as it is written, with the policy that the library sends with it.</summary>
    public async Task ShowAsync(string path, string html)
    {
        await Page.RouteAsync($"**{path}", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = PageLayout.SecurityPolicy },
            Body = html,
        }));
        await OpenAsync(path);
        await Page.UnrouteAsync($"**{path}");
    }

    /// <summary>Turns the page dark or light as it stands, as the visitor's device does in the evening.</summary>
    public Task DressAsync(bool isDark) => Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });

    /// <summary>Runs a script in every page that is opened from now on: the browser does, so that no page's policy is asked.</summary>
    public Task BringAsync(string script) => _context.AddInitScriptAsync(script);

    /// <summary>Opens a page of the unit.</summary>
    public Task<int> OpenStaffAsync(string page) => OpenAsync($"/personal/{ALibrary.Unit}/{page}");

    /// <summary>The first button with a name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).First;

    /// <summary>The first link with a name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true }).First;

    /// <summary>Presses a button and waits for the page it leads to.</summary>
    public Task PressAsync(string name) => AndLoadAsync(() => Button(name).ClickAsync());

    /// <summary>Follows a link and waits for the page it leads to.</summary>
    public Task FollowAsync(string name) => AndLoadAsync(() => Link(name).ClickAsync());

    /// <summary>Presses the first thing that a selector finds, and waits for the page it leads to.</summary>
    public Task PressFirstAsync(string selector) => AndLoadAsync(() => Page.Locator(selector).First.ClickAsync());

    /// <summary>Follows a link to a file.</summary>
    public Task<IDownload> FetchAsync(string name) => Page.RunAndWaitForDownloadAsync(() => Link(name).ClickAsync());

    /// <summary>Does something that leads to a page, and waits until that is there.</summary>
    public async Task AndLoadAsync(Func<Task> action)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += OnLoad;
        await action();
        await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
        Page.Load -= OnLoad;
    }

    /// <summary>What stands on the page.</summary>
    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    /// <summary>The complaints so far, which are then forgotten.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        string[] complaints = [.. _complaints];
        _complaints.Clear();
        return complaints;
    }

    /// <summary>Bytes of all that the page has fetched, but for redirects.</summary>
    public async Task<long> BytesAsync()
    {
        var bodies = await Task.WhenAll(_responses.Where(response => response.Status is < 300 or >= 400).Select(response => response.BodyAsync()));
        return bodies.Sum(body => body.LongLength);
    }

    /// <summary>Tells whether one must scroll sideways to read the page.</summary>
    public Task<bool> IsWiderThanTheScreenAsync() =>
        Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Gives roles and signs in on the page for it.</summary>
    public async Task SignInAsync(string person, params string[] roles)
    {
        if (roles.Length > 0)
        {
            await ASignedIn.GiveAsync(_library, ALibrary.Unit.Value, person, roles);
        }

        await OpenAsync("/personal");
        await PressAsync(LocalPerson.All.Single(one => one.Id == person).Name);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Listen()
    {
        var home = _library.Machine.PublicUrl.OriginalString;
        Page.PageError += (_, error) => _complaints.Add(error);
        Page.Console += (_, said) =>
        {
            // A page that answers 404 or 409 is told of, too, and is no fault.
            if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(said.Text);
            }
        };
        Page.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
            {
                _responses.Clear(); // the browser keeps only what the page it shows has fetched
            }

            if (!request.Url.StartsWith(home, StringComparison.Ordinal))
            {
                _complaints.Add($"asks for {request.Url}");
            }
        };
        Page.Response += (_, response) => _responses.Add(response);
    }
}
