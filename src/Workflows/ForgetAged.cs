using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Aging;
using Notifieringar.Records.Auditing;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Reaching;
using Notifieringar.Workflows.Aging;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Removes what a unit needs no longer, by the ages in its rules, with a protocol in numbers. It may be done again at any time: what is
/// gone is not found, and what a killed worker has left is found the next night.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="rows">Rows by age.</param>
/// <param name="imports">Imports.</param>
/// <param name="letters">Printed letters.</param>
/// <param name="log">The audit log, which is the protocol too.</param>
/// <param name="audit">Writes it.</param>
/// <param name="erase">Erases people.</param>
/// <param name="clock">Decides what is old.</param>
/// <param name="logger">Log.</param>
public sealed partial class ForgetAged(
    DefinitionCache definitions,
    AgedRows rows,
    ImportStore imports,
    AgedLetters letters,
    AuditTable log,
    KeepAudit audit,
    OrderErasure erase,
    IClock clock,
    ILogger<ForgetAged> logger)
{
    // Each erasure reads whole tables. The rest goes the next night, and a clock that is wrong does not empty a unit in one.
    private const int MostPeople = 50;
    private const string Who = "gallring";

    /// <summary>Runs.</summary>
    /// <param name="reference">Which part of which unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When what is too old is gone, or ordered to be erased.</returns>
    public async Task RunAsync(AgingReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await definitions.FindUnitAsync(new UnitId(reference.Unit), cancellation).ConfigureAwait(false) is not { } rules)
        {
            return;
        }

        var entry = await audit.BeginAsync(rules.Unit, Who, Who, reference.Part, cancellation).ConfigureAwait(false);
        var counts = new AgingCounts();
        await (reference.Part == AgingReference.Shared
            ? SharedAsync(rules, counts, cancellation)
            : PeopleAsync(rules, reference.Part, counts, cancellation)).ConfigureAwait(false);
        await audit.EndAsync(entry, counts.ToString()).ConfigureAwait(false);
        WorkMetrics.Aged();
        Log.Done(logger, rules.Unit, reference.Part, counts);
    }

    private async Task SharedAsync(UnitRules rules, AgingCounts counts, CancellationToken cancellation)
    {
        var (unit, keep) = (rules.Unit, rules.Retention);
        counts.Add("inbox", keep.Inbox, await rows.RemoveMessagesAsync(unit, Before(keep.Inbox), cancellation).ConfigureAwait(false));
        await rows.RemoveMessagesAsync(Inbox.AnyUnit, Before(Retention.Usual.Inbox), cancellation).ConfigureAwait(false); // no unit's own
        counts.Add("callList", keep.CallList, await rows.RemoveListedAsync(unit, Before(keep.CallList), cancellation).ConfigureAwait(false));
        await rows.RemoveRequestsAsync(unit, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false); // they count for a day
        counts.Add("imports", keep.Imports, await imports.ForgetAsync(unit, Before(keep.Imports), cancellation).ConfigureAwait(false));
        counts.Add("letters", keep.Letters, await letters.ForgetAsync(unit, DayBefore(keep.Letters), cancellation).ConfigureAwait(false));
        counts.Add("audit", keep.Audit, await log.ForgetAsync(unit, DayBefore(keep.Audit), cancellation).ConfigureAwait(false));
        await log.ForgetAsync(AuditTable.EveryUnit, DayBefore(Retention.Usual.Audit), cancellation).ConfigureAwait(false);
    }

    private async Task PeopleAsync(UnitRules rules, string shard, AgingCounts counts, CancellationToken cancellation)
    {
        var keep = rules.Retention;
        counts.Add("notices", keep.Notices, await rows.RemoveNoticesAsync(rules.Unit, shard, Before(keep.Notices), cancellation).ConfigureAwait(false));
        var age = new HouseholdAge(keep, await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false), Today);
        var gone = new List<string>();
        await foreach (var person in rows.UnconfirmedAsync(rules.Unit, shard, Stockholm.MomentOf(age.LookedAtBefore.AtMidnight()), cancellation).ConfigureAwait(false))
        {
            if (age.RuleFor(person.Kind, DayOf(person.DataAsOf), person.Born) is { } rule
                && await erase.AgedAsync(rules, person.Person, now => RuleFor(age, now) == rule, cancellation).ConfigureAwait(false))
            {
                gone.Add(rule);
            }

            if (gone.Count == MostPeople)
            {
                break;
            }
        }

        foreach (var rule in gone.GroupBy(rule => rule))
        {
            counts.Add(rule.Key, keep.MonthsOf(rule.Key), rule.Count());
        }
    }

    // An import may have confirmed the person since the list was read.
    private static string? RuleFor(HouseholdAge age, Recipient now) =>
        age.RuleFor(now.Person.Kind, DayOf(now.Person.DataAsOf), [.. now.Children.Select(child => child.BirthDate)]);

    private LocalDate Today => DayOf(clock.GetCurrentInstant());

    private LocalDate DayBefore(int months) => Today.PlusMonths(-months);

    private Instant Before(int months) => Stockholm.MomentOf(DayBefore(months).AtMidnight());

    private static LocalDate DayOf(Instant moment) => Stockholm.LocalOf(moment).Date;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "What is too old in {Part} of {Unit} is removed, by rule, months and number: {Counts}.")]
        public static partial void Done(ILogger logger, UnitId unit, string part, AgingCounts counts);
    }
}
