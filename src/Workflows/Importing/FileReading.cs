using System.Collections.Immutable;
using Notifieringar.Records.Imports;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>A whole file as read: every data row is among the rows or counted as rejected.</summary>
/// <param name="Rows">Rows to store.</param>
/// <param name="Rejected">How many rows were refused.</param>
/// <param name="Findings">What to mend.</param>
/// <param name="Refused">True when nothing could be read at all.</param>
internal sealed record FileReading(ImmutableArray<PeopleRow> Rows, int Rejected, ImmutableArray<ImportFinding> Findings, bool Refused)
{
    public static FileReading Read(Stream file, LocalDate today)
    {
        var outcome = PeopleFile.Open(file, today);
        if (outcome is RefusedPeopleFile refused)
        {
            return new FileReading([], 0, [new ImportFinding(0, "", refused.Code, refused.Message)], Refused: true);
        }

        var opened = (OpenedPeopleFile)outcome;
        var rows = ImmutableArray.CreateBuilder<PeopleRow>();
        var findings = opened.Notes.Select(Finding).ToList();
        var rejected = 0;
        foreach (var row in opened.Rows)
        {
            if (row is PeopleRow good)
            {
                rows.Add(good);
                findings.AddRange(good.Warnings.Select(Finding));
            }
            else if (row is RejectedRow bad)
            {
                rejected++;
                findings.AddRange(bad.Findings.Select(Finding));
            }
        }

        return new FileReading(rows.ToImmutable(), rejected, [.. findings], Refused: false);
    }

    private static ImportFinding Finding(RowFinding finding) => new(finding.LineNumber, finding.Column, finding.Code, finding.Message);
}
