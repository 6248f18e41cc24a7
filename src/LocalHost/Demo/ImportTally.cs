using System.Globalization;
using Notifieringar.Records.Imports;

namespace Notifieringar.LocalHost.Demo;

/// <summary>How the file went in: counts and codes, never a value from it.</summary>
internal static class ImportTally
{
    private const int CodesShown = 6;

    public static CountedSection Of(ImportReport report)
    {
        var codes = report.Findings
            .CountBy(finding => finding.Code)
            .OrderByDescending(code => code.Value)
            .ThenBy(code => code.Key, StringComparer.Ordinal)
            .ToList();
        var shown = codes.Take(CodesShown).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Key} {code.Value}"));
        var more = codes.Count > CodesShown ? string.Create(CultureInfo.InvariantCulture, $" och {codes.Count - CodesShown} slag till") : "";
        return new CountedSection(
            new TallySection(
                "Rader i demo/families.csv",
                report.Rows,
                [new TallyRow("importerade", report.Imported), new TallyRow("avvisade", report.Rejected)]),
            [
                string.Create(CultureInfo.InvariantCulture, $"Filen gav {report.Households} hushåll och {report.Children} barn."),
                string.Create(CultureInfo.InvariantCulture, $"Att rätta: {report.Findings.Length} påpekanden ({string.Join(", ", shown)}{more})."),
            ],
            []);
    }
}
