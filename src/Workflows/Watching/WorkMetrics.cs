using System.Diagnostics.Metrics;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.Workflows.Watching;

/// <summary>Counts what comes in, what is printed, what has failed and what has gone by its age.</summary>
internal static class WorkMetrics
{
    private static readonly Counter<long> ImportsRead = Telemetry.Counter(
        "imports.read", "{import}", "Lists of families that have been read, by the state they ended in.");

    private static readonly Counter<long> ImportRows = Telemetry.Counter(
        "imports.rows", "{row}", "Rows of lists that were stored, by result.");

    private static readonly Counter<long> LettersPrinted = Telemetry.Counter(
        "letters.printed", "{letter}", "Letters that stand in a printed part.");

    private static readonly Counter<long> LetterPages = Telemetry.Counter(
        "letters.pages", "{page}", "Pages of printed parts.");

    private static readonly Counter<long> LettersLeftOut = Telemetry.Counter(
        "letters.left_out", "{letter}", "Letters that were in a part and are not printed: skipped, or on staff's list.");

    private static readonly Counter<long> MessagesFailed = Telemetry.Counter(
        "messages.failed", "{message}", "Messages that failed five times and stand under Problems, by queue.");

    private static readonly Counter<long> RetentionRuns = Telemetry.Counter(
        "retention.runs", "{run}", "Parts of units from which what is too old has been removed.");

    public static void Read(ImportState state) => ImportsRead.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    public static void Stored(int rows, int rejected)
    {
        ImportRows.Add(rows, new KeyValuePair<string, object?>("result", "Stored"));
        ImportRows.Add(rejected, new KeyValuePair<string, object?>("result", "Rejected"));
    }

    public static void Printed(int letters, int pages, int leftOut)
    {
        LettersPrinted.Add(letters);
        LetterPages.Add(pages);
        LettersLeftOut.Add(leftOut);
    }

    public static void Failed(string queue) => MessagesFailed.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public static void Aged() => RetentionRuns.Add(1);
}
