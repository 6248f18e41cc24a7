using System.Collections.Immutable;

namespace Notifieringar.Records.Imports;

/// <summary>How an import went. Counts add up: rows = imported + rejected, but for a blocked file, of which nothing is imported.</summary>
/// <param name="State">received, blocked, done, refused or rejected.</param>
/// <param name="Rows">Data rows in the file.</param>
/// <param name="Imported">Rows stored.</param>
/// <param name="Rejected">Rows refused, each with a finding.</param>
/// <param name="Households">Households those rows make; of a blocked file, those it would make.</param>
/// <param name="Children">Children those rows name, each counted once; of a blocked file, those it names.</param>
/// <param name="Findings">What was found, by line: never a value from the file. Why a file is blocked stands first.</param>
public sealed record ImportReport(
    string State, int Rows, int Imported, int Rejected, int Households, int Children, ImmutableArray<ImportFinding> Findings)
{
    /// <summary>The report of a file that is not read to its end.</summary>
    public static ImportReport Unread { get; } = new("received", 0, 0, 0, 0, 0, []);

    /// <summary>A state's name in reports.</summary>
    /// <param name="state">The state.</param>
    /// <returns>In lower case.</returns>
    public static string NameOf(ImportState state) => state switch
    {
        ImportState.Received => "received",
        ImportState.Checked => "checked",
        ImportState.Blocked => "blocked",
        ImportState.Confirmed => "confirmed",
        ImportState.Done => "done",
        ImportState.Refused => "refused",
        ImportState.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>Something to mend in a file.</summary>
/// <param name="Line">Line number in the file, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
public sealed record ImportFinding(int Line, string Column, string Code, string Message);
