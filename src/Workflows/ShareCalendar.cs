using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Delivery.Email;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Access;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A pair's calendar to subscribe to.</summary>
/// <param name="Visitors">The pair.</param>
/// <param name="Address">Where; null when it is closed.</param>
/// <param name="Since">Local time since when; null when it never was open.</param>
public sealed record SharedCalendar(string Visitors, string? Address, LocalDateTime? Since);

/// <summary>Calendars of visits that a phone can subscribe to, one for each pair. Whoever has the address reads the calendar without signing in,
/// so it says when and in which town, and nobody's name or street; and it can be closed, or given a new address, at any time.</summary>
public sealed class ShareCalendar
{
    private const int PairLength = 16;
    private const int DaysBack = 14;
    private const int DaysAhead = 90;
    private const int Attempts = 5;
    private readonly DefinitionCache _definitions;
    private readonly CalendarFeeds _feeds;
    private readonly ReadCalendar _calendar;
    private readonly SendingOptions _options;
    private readonly IClock _clock;
    private readonly SealedText _tokens;
    private readonly byte[] _key;

    /// <summary>Shares calendars.</summary>
    /// <param name="definitions">Units.</param>
    /// <param name="feeds">Which addresses are open.</param>
    /// <param name="calendar">Visits.</param>
    /// <param name="options">Where we are found.</param>
    /// <param name="clock">Now.</param>
    /// <param name="key">That of the answer codes.</param>
    public ShareCalendar(DefinitionCache definitions, CalendarFeeds feeds, ReadCalendar calendar, SendingOptions options, IClock clock, byte[] key)
    {
        (_definitions, _feeds, _calendar, _options, _clock) = (definitions, feeds, calendar, options, clock);
        _tokens = new SealedText(key, "calendar");
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SHA256.HashSizeInBytes, info: "calendar event"u8.ToArray());
    }

    /// <summary>What is shared.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each pair.</returns>
    public async Task<ImmutableArray<SharedCalendar>> ListAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var feeds = await _feeds.ListAsync(rules.Unit, cancellation).ConfigureAwait(false);
        return [.. rules.Visitors.Select(pair => Shared(pair, feeds.GetValueOrDefault(PairOf(pair))))];
    }

    /// <summary>Opens a pair's calendar at a new address, or closes it. An earlier address opens nothing any more.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="isOpen">False to close it.</param>
    /// <param name="by">Who says so, as an opaque id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when there is no such pair.</returns>
    public async Task<bool> SetAsync(UnitRules rules, string visitors, bool isOpen, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!rules.Visitors.Contains(visitors))
        {
            return false;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await _feeds.FindAsync(rules.Unit, PairOf(visitors), cancellation).ConfigureAwait(false);
            var feed = new CalendarFeed(rules.Unit, PairOf(visitors), (before?.Number ?? 0) + 1, isOpen, by, _clock.GetCurrentInstant(), before?.Version);
            if (await _feeds.WriteAsync(feed, cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new InvalidOperationException("A calendar's address kept changing while it was changed.");
    }

    /// <summary>The calendar behind an address.</summary>
    /// <param name="token">What stands in the address.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The file; null for an address that opens nothing, whatever the reason.</returns>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (_tokens.Open(token)?.Split('~') is not [var unit, var pair, var number]
            || await _definitions.FindUnitAsync(new UnitId(unit), cancellation).ConfigureAwait(false) is not { } rules
            || rules.Visitors.FirstOrDefault(one => PairOf(one) == pair) is not { } visitors
            || await _feeds.FindAsync(rules.Unit, pair, cancellation).ConfigureAwait(false) is not { IsOpen: true } feed
            || feed.Number.ToString(CultureInfo.InvariantCulture) != number)
        {
            return null;
        }

        var now = _clock.GetCurrentInstant();
        var today = Stockholm.LocalOf(now).Date;
        var days = await _calendar.VisitsAsync(rules, today.PlusDays(-DaysBack), today.PlusDays(DaysAhead), visitors, cancellation).ConfigureAwait(false);
        return CalendarFeedFile.Of($"{visitors}, {rules.Name}", days.Visits.Select(Busy), now);
    }

    private BusyTime Busy(CalendarVisit visit) => new(
        // Not the visit's own id, which is made of whom it is to.
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(visit.Occasion.Value)))[..32],
        visit.IsSure,
        visit.Starts,
        visit.Starts.PlusMinutes(visit.Minutes),
        "Hembesök",
        visit.Home.Address?.Town);

    private SharedCalendar Shared(string visitors, CalendarFeed? feed) => new(
        visitors,
        feed is { IsOpen: true }
            ? string.Create(CultureInfo.InvariantCulture, $"{_options.PublicUrl}/personal/kalenderflode/{_tokens.Seal($"{feed.Unit}~{feed.Pair}~{feed.Number}")}.ics")
            : null,
        feed is null ? null : Stockholm.LocalOf(feed.Since));

    // A pair's name may hold what neither a key nor a token can.
    private static string PairOf(string visitors) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(visitors)))[..PairLength];
}
