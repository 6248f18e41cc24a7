using System.Globalization;
using Notifieringar.Planning.Reports;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Web.Staff;

/// <summary>A report as rows: one number a row, so that it can be put together with other years and programmes.</summary>
internal static class ReportFile
{
    /// <summary>The rows, headings first.</summary>
    public static IEnumerable<IReadOnlyList<string>> RowsOf(YearReport report, string programme)
    {
        var words = StaffWords.Current;
        yield return [words["rapporter.programme"], words["rapporter.year"], words["rapporter.month"], words["rapporter.measure"], words["rapporter.part"], words["rapporter.number"]];
        foreach (var (month, measure, part, number) in NumbersOf(report))
        {
            yield return [programme, Digits(report.Year), month is { } named ? Digits(named) : "", measure, part, number is { } known ? Digits(known) : words["rapporter.hidden"]];
        }
    }

    private static IEnumerable<(int? Month, string Measure, string Part, int? Number)> NumbersOf(YearReport report)
    {
        var words = StaffWords.Current;
        if (report.Visits is { } visits)
        {
            var months = visits.Months.Select((month, index) => ((int?)(index + 1), month)).Append((null, visits.Year));
            foreach (var (month, funnel) in months)
            {
                foreach (var (name, number) in FunnelWords.Of(funnel))
                {
                    yield return (month, words[$"rapporter.{name}"], "", number);
                }
            }
        }

        var notices = report.Notices;
        yield return (null, words["rapporter.said"], "", notices.Said);
        foreach (var part in notices.Channels)
        {
            yield return (null, words["rapporter.channel"], words[$"channel.{part.Name}"], part.Number);
        }

        foreach (var part in notices.Languages)
        {
            yield return (null, words["rapporter.language"], LanguageNames.InSwedish(part.Name), part.Number);
        }

        yield return (null, words["rapporter.notSaid"], "", notices.NotSaid);
        foreach (var part in notices.Reasons)
        {
            yield return (null, words["rapporter.reason"], FunnelWords.Reason(part.Name), part.Number);
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
