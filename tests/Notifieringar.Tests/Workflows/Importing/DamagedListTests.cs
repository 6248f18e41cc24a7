using System.Text;
using Notifieringar.Bench.Fuzzing.Imports;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

/// <summary>Damaged lists of families. The same session with any number of lists: <c>bench -- fuzz-import</c>.</summary>
public sealed class DamagedListTests
{
    [Fact]
    public void DamagedLists_NoneCrashesLosesARowOrTellsOfAFamily()
    {
        var session = new ListSession(seed: 20270201);

        session.Run(first: 0, count: 400, progress: _ => { });

        Assert.Empty(session.Faults.Select(fault => $"{fault.Outcome.Verdict} {fault.File.Number}: {fault.Outcome.Detail}"));
        Assert.InRange(session.Counts[ListVerdict.Read], 100, 390);
        Assert.InRange(session.Stored, 1000, int.MaxValue);
        Assert.InRange(session.Rejected, 1000, int.MaxValue);
    }

    [Fact]
    public void Unaccounted_ARowThatIsLeftOut_IsFound()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Csv.Header}\n{Csv.Row}\n{Csv.Row}\n;;;\n{Csv.Row}");
        var rows = Csv.Opened(Encoding.UTF8.GetString(bytes), new UTF8Encoding(false)).Rows.ToList();

        Assert.Null(ListLines.Unaccounted(bytes, rows));
        Assert.Equal(3, ListLines.Unaccounted(bytes, [rows[0], rows[2]]));
        Assert.Equal(5, ListLines.Unaccounted(bytes, [.. rows.Take(2)]));
        Assert.Equal(2, ListLines.Unaccounted(bytes, [rows[0], rows[0]]));
    }

    [Fact]
    public void Open_ARowThatIsTooLong_CostsItselfAndNotTheRest()
    {
        var rows = Csv.Rows(Csv.Row, Csv.With(("Adress", $"\"{new string('å', 200_000)}")), Csv.Row, Csv.With(("Adress", new string('å', 200_000))), Csv.Row);

        Assert.Equal([2, 3, 4, 5, 6], rows.Select(row => row.LineNumber));
        Assert.Equal([true, false, true, false, true], rows.Select(row => row is PeopleRow));
        Assert.Equal(FindingCode.RowTooLong, Assert.Single(Assert.IsType<RejectedRow>(rows[3]).Findings).Code);
    }

    [Fact]
    public void Open_AQuoteInTheHeaderThatIsNeverClosed_LosesNoRow()
    {
        var rows = Csv.Opened($"{Csv.Header};\"Anteckning\n{Csv.Row};x\n{Csv.Row};x\n").Rows.ToList();

        Assert.Equal([1, 2, 3], rows.Select(row => row.LineNumber));
        Assert.Equal(FindingCode.QuoteNotClosed, Assert.Single(Assert.IsType<RejectedRow>(rows[0]).Findings).Code);
        Assert.All(rows.Skip(1), row => Assert.IsType<PeopleRow>(row));
    }

    [Fact]
    public void Open_WhatIsNoLetter_InAHeadingOrAName_IsNoCrash()
    {
        var header = Csv.Header.Replace("Hushåll", "Hushåll\uFFFE", StringComparison.Ordinal);
        var text = $"\uFEFF{header}\n{Csv.Row}\n{Csv.With(("Adress", "Björkstigen\uFFFE 1"))}\n";

        var rows = Csv.Opened(text, Encoding.Unicode).Rows.ToList();

        Assert.IsType<PeopleRow>(rows[0]);
        Assert.Equal(FindingCode.GarbledText, Assert.Single(Assert.IsType<RejectedRow>(rows[1]).Findings).Code);
        Assert.Equal(["alma", "prov"], NameWords.Of("Alma\uFFFE Prov\uD800"));
    }

    [Fact]
    public void Emptied_ColumnsTooManyWithALineBreak_TheRowsAfterItKeepTheirNumbers()
    {
        var text = $"{Csv.Header};Anteckning\n{Csv.Row};;\"två\nrader\"\n{Csv.Row};x\n";
        using var kept = UnusedColumns.Emptied(new MemoryStream(Csv.Windows1252.GetBytes(text)));

        Assert.Equal([2, 4], Assert.IsType<OpenedPeopleFile>(PeopleFile.Open(kept, Csv.Today)).Rows.Select(row => row.LineNumber));
    }

    [Fact]
    public void Of_AListThatWouldNeedMuchMemory_IsRefusedRowByRow()
    {
        var huge = new ListFile(1, Encoding.UTF8.GetBytes($"{Csv.Header}\n\"{new string('å', 4_000_000)}\n{Csv.Row}\n"));

        var outcome = ListRun.Of(huge);

        Assert.Equal(ListVerdict.Read, outcome.Verdict);
        Assert.InRange(outcome.Bytes, 0, 6 * huge.Bytes.Length); // the file itself twice, and what is no longer held when the next row comes
    }
}
