using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>Takes a list the way of every import – what is none of ours is emptied, then it is read – and judges how that ended.</summary>
internal static class ListRun
{
    // What any list costs, and what each of its bytes may.
    private const long Fixed = 8 << 20;
    private const long PerByte = 250;

    private static readonly LocalDate Today = new(2027, 2, 1);

    public static ListOutcome Of(ListFile file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = Judge(file);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return !outcome.IsFault && bytes > Fixed + (PerByte * file.Bytes.Length)
            ? outcome with { Verdict = ListVerdict.TooMuch, Bytes = bytes }
            : outcome with { Bytes = bytes };
    }

    private static ListOutcome Judge(ListFile file)
    {
        try
        {
            using var kept = UnusedColumns.Emptied(new MemoryStream(file.Bytes));
            var outcome = PeopleFile.Open(kept, Today);
            if (outcome is not OpenedPeopleFile opened)
            {
                var refused = (RefusedPeopleFile)outcome;
                return Told(refused.Message) ?? new ListOutcome(ListVerdict.Refused, "", 0, 0, 0);
            }

            var rows = opened.Rows.ToList();
            return ListLines.Unaccounted(file.Bytes, rows) is { } line ? Fault(ListVerdict.Lost, $"line {line} is in no row")
                : rows.SelectMany(Findings).Concat(opened.Notes).Select(finding => Told(finding.Message)).FirstOrDefault(told => told is not null)
                ?? rows.OfType<RejectedRow>().Where(row => row.Findings.IsEmpty).Select(row => Fault(ListVerdict.Lost, $"the row of line {row.LineNumber} is refused for nothing")).FirstOrDefault()
                ?? new ListOutcome(ListVerdict.Read, "", rows.OfType<PeopleRow>().Count(), rows.OfType<RejectedRow>().Count(), 0);
        }
#pragma warning disable CA1031 // Every exception is what is being looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fault(ListVerdict.Crash, exception.ToString());
        }
    }

    private static IEnumerable<RowFinding> Findings(ReadRow row) => row switch
    {
        PeopleRow stored => stored.Warnings,
        RejectedRow rejected => rejected.Findings,
        _ => [],
    };

    private static ListOutcome? Told(string message) =>
        message.Contains(ListFiles.Marker, StringComparison.OrdinalIgnoreCase) ? Fault(ListVerdict.Told, message) : null;

    private static ListOutcome Fault(ListVerdict verdict, string detail) => new(verdict, detail, 0, 0, 0);
}
