using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Auditing;
using Notifieringar.Workflows.Auditing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A page of the audit log.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="Next">What to ask for the next page with; null when there is none.</param>
public sealed record AuditPage(LocalDate Day, IReadOnlyList<AuditEntry> Entries, string? Next);

/// <summary>Keeps the audit log: who has done what, and when.</summary>
/// <param name="table">The log.</param>
/// <param name="clock">Says when.</param>
public sealed class KeepAudit(AuditTable table, IClock clock)
{
    private const int PerPage = 100;

    /// <summary>Notes that something is about to be done: without this row it is not done.</summary>
    /// <param name="unit">The unit; null for what concerns all.</param>
    /// <param name="who">An opaque id of a user or a key.</param>
    /// <param name="action">What.</param>
    /// <param name="what">To what: ids as <see cref="AuditText"/> writes them.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What stands, to be ended with its outcome.</returns>
    public Task<AuditEntry> BeginAsync(UnitId? unit, string who, string action, string what, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var entry = new AuditEntry(unit ?? AuditTable.EveryUnit, ("", ""), now, who, AuditText.Short(action), AuditText.Short(what), Outcome: "");
        return table.AddAsync(entry, Stockholm.LocalOf(now).Date, cancellation);
    }

    /// <summary>Notes what came of it, whoever has gone away meanwhile.</summary>
    /// <param name="entry">What was begun.</param>
    /// <param name="outcome">A word or a number.</param>
    /// <returns>When it is noted.</returns>
    public Task EndAsync(AuditEntry entry, string outcome) => table.EndAsync(entry, outcome, CancellationToken.None);

    /// <summary>Reads a day of a unit, with what concerns all units.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The local day; null for today.</param>
    /// <param name="after">Where the page before ended; empty for the newest.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Newest first.</returns>
    public async Task<AuditPage> ReadAsync(UnitId unit, LocalDate? day, string after, CancellationToken cancellation)
    {
        var asked = day ?? Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
        var own = await table.ReadAsync(unit, asked, after, PerPage + 1, cancellation).ConfigureAwait(false);
        var shared = await table.ReadAsync(AuditTable.EveryUnit, asked, after, PerPage + 1, cancellation).ConfigureAwait(false);
        var all = own.Concat(shared).OrderBy(entry => entry.Key.Row, StringComparer.Ordinal).ToList();
        IReadOnlyList<AuditEntry> shown = [.. all.Take(PerPage)];
        return new AuditPage(asked, shown, all.Count > PerPage ? shown[^1].Key.Row : null);
    }
}
