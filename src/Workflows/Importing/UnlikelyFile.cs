using System.Collections.Immutable;
using Notifieringar.Records.Imports;

namespace Notifieringar.Workflows.Importing;

/// <summary>Tells when a file is so unlike the ones before it that a person should look at it before anything of it is stored (domain.md T119).</summary>
internal static class UnlikelyFile
{
    /// <summary>What is found in a column when its values belong to another one.</summary>
    private static readonly HashSet<string> Misfits = new(StringComparer.Ordinal)
    {
        FindingCode.NotAName, FindingCode.UnreadableBirthDate, FindingCode.FutureBirthDate, FindingCode.OldBirthDate, FindingCode.PhoneNotUnderstood,
        FindingCode.PhoneWrongLength, FindingCode.EmailNotUnderstood, FindingCode.PostalCodeNotUnderstood, FindingCode.UnknownLanguage,
        FindingCode.FlagNotUnderstood,
    };

    // Flags and towns can be read whatever stands there. That most families on a list are silenced, or live where no child is registered, cannot be.
    private static readonly (Column Column, Func<PeopleRow, bool> IsMisfit)[] Unlikely =
    [
        (Column.ChildDeceased, row => row.ChildDeceased),
        (Column.Protected, row => row.Protected),
        (Column.OptedOut, row => row.OptedOut),
        (Column.ChildLivesHere, row => !row.ChildLivesHere),
        (Column.Town, row => row.Address?.Town?.Any(char.IsDigit) == true),
    ];

    /// <summary>Why a file is unlikely.</summary>
    /// <param name="read">The file.</param>
    /// <param name="children">The children it names, each counted once.</param>
    /// <param name="known">The children that the unit's earlier files have named.</param>
    /// <param name="last">How the last one went: what was amiss in it as well is how the source is.</param>
    /// <returns>Nothing for a likely file.</returns>
    public static ImmutableArray<ImportFinding> FindingsOf(FileReading read, int children, int known, ImportReport last)
    {
        if (known < EarlierImports.FewestChildren)
        {
            return [];
        }

        var findings = ImmutableArray.CreateBuilder<ImportFinding>();
        if (children * 10 <= known * 6)
        {
            findings.Add(Finding("", FindingCode.FewerChildren, $"Filen har {children} barn, men en tidigare fil hade {known}."));
        }

        var rows = read.Rows.Length + read.Rejected;
        if (IsMost(read.Rejected, rows) && !IsMost(last.Rejected, last.Rows))
        {
            findings.Add(Finding("", FindingCode.MostRowsRefused, $"{read.Rejected} av {rows} rader kan inte läsas in."));
        }

        var before = Misfitting(last.Findings, last.Rows);
        var shifted = Misfitting(read.Findings, rows).Except(before, StringComparer.Ordinal)
            .Union(Unlikely.Where(one => IsMost(read.Rows.Count(one.IsMisfit), rows)).Select(one => Headings.Name(one.Column)), StringComparer.Ordinal);
        findings.AddRange(shifted.Select(column =>
            Finding(column, FindingCode.ColumnShifted, $"På de flesta raderna står något i kolumnen {column} som inte hör hemma där.")));
        return findings.ToImmutable();
    }

    private static ImportFinding Finding(string column, string code, string what) => new(0, column, code, $"{what} {FindingTexts.Of(code)}");

    private static IEnumerable<string> Misfitting(IEnumerable<ImportFinding> findings, int rows) => findings
        .Where(finding => Misfits.Contains(finding.Code))
        .GroupBy(finding => finding.Column, StringComparer.Ordinal)
        .Where(column => IsMost(column.DistinctBy(finding => finding.Line).Count(), rows))
        .Select(column => column.Key);

    private static bool IsMost(int some, int all) => some * 2 > all;
}
