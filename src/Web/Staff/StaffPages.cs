using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Web.Family;
using Notifieringar.Web.Staff.Pages;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff;

/// <summary>The way of every request to staff's pages: who is it, which unit, which page, may they, is the form ours, and only then what it
/// asks. What one may not see does not exist.</summary>
public sealed partial class StaffPages
{
    private readonly AccessOptions _options;
    private readonly RoleTable _roles;
    private readonly DefinitionCache _definitions;
    private readonly IAntiforgery _antiforgery;
    private readonly StaffRenderer _renderer;
    private readonly CalendarFeedPages _feeds;
    private readonly StaffAudit _audit;
    private readonly ImmutableDictionary<string, IStaffPage> _pages;
    private readonly ILogger<StaffPages> _logger;

    internal StaffPages(
        AccessOptions options,
        RoleTable roles,
        DefinitionCache definitions,
        IAntiforgery antiforgery,
        StaffRenderer renderer,
        CalendarFeedPages feeds,
        StaffAudit audit,
        IEnumerable<IStaffPage> pages,
        ILogger<StaffPages> logger)
    {
        (_options, _roles, _definitions, _antiforgery, _renderer, _feeds, _audit, _logger) = (options, roles, definitions, antiforgery, renderer, feeds, audit, logger);
        _pages = pages.ToImmutableDictionary(page => page.Name, StringComparer.Ordinal);
    }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What stands after <c>/personal/</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A page, a file, or the way to one.</returns>
    public async Task<IResult> RunAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(path);
        if (await _feeds.FindAsync(request, path, cancellation).ConfigureAwait(false) is { } feed)
        {
            return feed; // what a phone fetches by itself cannot sign in
        }

        StaffLanguage.Use(request);
        if (StaffFiles.Find(path) is { } file)
        {
            return file; // the same for everybody: pages that say no load them too
        }

        if (!_options.TrustsSignIn)
        {
            return await MessageAsync("signInOff", StatusCodes.Status503ServiceUnavailable).ConfigureAwait(false);
        }

        if (StaffMember.Of(request, _options) is not { } who)
        {
            return request.Headers.ContainsKey("HX-Request") // what looks again by itself must not put the sign-in into the page
                ? Results.StatusCode(StatusCodes.Status401Unauthorized)
                : new SeeOtherResult($"{_options.SignInPath}?post_login_redirect_uri={Uri.EscapeDataString("/personal")}");
        }

        request.HttpContext.User = who.Principal;
        if (request.Headers["X-Forwarded-Proto"].ToString() == "https")
        {
            request.Scheme = "https"; // the cookie is for https only then
        }

        var roles = await _roles.ReadAsync(who.Id, cancellation).ConfigureAwait(false);
        var units = (await _definitions.UnitsAsync(cancellation).ConfigureAwait(false)).Where(unit => roles.ContainsKey(unit.Unit)).ToImmutableArray();
        if (units.IsEmpty)
        {
            return await MessageAsync("noRole", StatusCodes.Status403Forbidden, who).ConfigureAwait(false);
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        if (segments.Length < 2)
        {
            return units.FirstOrDefault(unit => segments.Length == 1 && unit.Unit.Value == segments[0]) is { } named
                ? new SeeOtherResult($"/personal/{named.Unit}/{StaffView.Pages[0]}")
                : segments.Length == 1 ? await MissingAsync(who).ConfigureAwait(false)
                : units is [var only] ? new SeeOtherResult($"/personal/{only.Unit}/{StaffView.Pages[0]}")
                : await _renderer.PageAsync<UnitsPage>(new Dictionary<string, object?> { ["View"] = View(request, null, "", who, units, []) }).ConfigureAwait(false);
        }

        return units.FirstOrDefault(unit => unit.Unit.Value == segments[0]) is { } rules && _pages.TryGetValue(segments[1], out var page)
            ? await PageAsync(request, new StaffRequest(request, who, rules, roles[rules.Unit], segments[2..], View(request, rules, page.Name, who, units, roles[rules.Unit])), page, cancellation)
                .ConfigureAwait(false)
            : await MissingAsync(who).ConfigureAwait(false);
    }

    private async Task<IResult> PageAsync(HttpRequest request, StaffRequest asked, IStaffPage page, CancellationToken cancellation)
    {
        if (!IsOpen(page, asked.Roles))
        {
            return await MissingAsync(asked.Who).ConfigureAwait(false);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await page.ShowAsync(asked, cancellation).ConfigureAwait(false) ?? await MissingAsync(asked.Who).ConfigureAwait(false);
        }

        if (request.ContentLength > page.LongestForm)
        {
            return await MessageAsync("formLong", StatusCodes.Status413PayloadTooLarge, asked.Who).ConfigureAwait(false);
        }

        if (!await IsOursAsync(request, page).ConfigureAwait(false))
        {
            Log.Refused(_logger, page.Name, asked.Rules.Unit);
            return await MessageAsync("formOld", StatusCodes.Status400BadRequest, asked.Who).ConfigureAwait(false);
        }

        if (page.RoleFor(asked) is not { } role)
        {
            return await MissingAsync(asked.Who).ConfigureAwait(false);
        }

        if (!asked.Roles.Contains(role))
        {
            Log.NotAllowed(_logger, asked.Who.Id, role, page.Name, asked.Rules.Unit);
            await _audit.RefusedAsync(asked, page.Name, cancellation).ConfigureAwait(false);
            return await MessageAsync("notAllowed", StatusCodes.Status403Forbidden, asked.Who).ConfigureAwait(false);
        }

        Log.Done(_logger, asked.Who.Id, page.Name, asked.Rules.Unit);
        return await (page.Changes(asked)
                ? _audit.RunAsync(asked, page.Name, () => page.DoAsync(asked, cancellation), cancellation)
                : page.DoAsync(asked, cancellation)).ConfigureAwait(false)
            ?? await MissingAsync(asked.Who).ConfigureAwait(false);
    }

    private async Task<bool> IsOursAsync(HttpRequest request, IStaffPage page)
    {
        if (request.ContentLength is null || !request.HasFormContentType)
        {
            return false;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = page.LongestForm; // a list of families is longer than what the server takes unasked
        }

        try
        {
            return await _antiforgery.IsRequestValidAsync(request.HttpContext).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            return false; // a form that cannot be read
        }
    }

    private static bool IsOpen(IStaffPage page, ImmutableHashSet<StaffRole> roles) => page.OpenTo is not { } needed || roles.Contains(needed);

    private StaffView View(
        HttpRequest request, UnitRules? rules, string page, StaffMember who, ImmutableArray<UnitRules> units, ImmutableHashSet<StaffRole> roles)
    {
        var tokens = _antiforgery.GetAndStoreTokens(request.HttpContext);
        var said = request.Query["sagt"].ToString();
        return new StaffView(
            rules,
            page,
            who,
            units,
            tokens.FormFieldName,
            tokens.RequestToken!,
            StaffWords.Current.Find($"said.{said}") is null ? null : $"said.{said}",
            [.. StaffView.Pages.Where(name => _pages.TryGetValue(name, out var one) && IsOpen(one, roles))]);
    }

    private Task<IResult> MissingAsync(StaffMember who) => MessageAsync("missing", StatusCodes.Status404NotFound, who);

    private Task<IResult> MessageAsync(string key, int status, StaffMember? who = null) =>
        _renderer.PageAsync<NoticePage>(new Dictionary<string, object?> { ["Key"] = key, ["Who"] = who }, status);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{User} posts a form of {Page} in {Unit}.")]
        public static partial void Done(ILogger logger, string user, string page, UnitId unit);

        [LoggerMessage(2, LogLevel.Warning, "A form of {Page} in {Unit} is refused: it is not ours, or too old.")]
        public static partial void Refused(ILogger logger, string page, UnitId unit);

        [LoggerMessage(3, LogLevel.Warning, "{User} is not {Role} and may not post that form of {Page} in {Unit}.")]
        public static partial void NotAllowed(ILogger logger, string user, StaffRole role, string page, UnitId unit);
    }
}
