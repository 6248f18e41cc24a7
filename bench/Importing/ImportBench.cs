using System.Globalization;
using System.Text;
using NodaTime;
using Notifieringar.Bench.Machines;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Storing;
using Notifieringar.Bench.Tables;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Bench.Importing;

/// <summary>Reads a list of families, and imports it through the function process: a new one, and the same again as it comes every night.</summary>
internal sealed class ImportBench : IBench
{
    private const int Rounds = 3;
    private const int SimpleRows = 1_000;
    private const int RowsASecond = 100_000;
    private const double ShareOfRaw = 0.5;
    private const double MostMegabytes = 200;

    // Nobody is of an age to be visited: planning is another matter.
    private static readonly LocalDate Youngest = new(2022, 1, 1);
    private const int BornWithin = 700;

    private static readonly Size Lines = new("--rows", 100_000, "rows of the list that is read");
    private static readonly Size People = new("--people", 20_000, "families of the list that is stored");

    public string Name => "import";

    public string Summary => "reading and storing a list of families";

    public IReadOnlyList<Size> Sizes => [Lines, People];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var lines = InventedList.Of(sizes[Lines], Youngest, BornWithin);
        var (read, split) = (Read(lines), Split(lines));
        var count = sizes[People];
        var list = InventedList.Of(count, Youngest, BornWithin);
        var rows = ImportedRows.Of(list);
        await progress.WriteLineAsync($"import: {sizes[Lines]} rows read; storing {count}");
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        var simple = await SimpleAsync(machine, rows, cancellation);
        var raw = await RawAsync(machine, rows, cancellation);
        var before = machine.Process.PeakMegabytes;
        var first = await ImportRun.OfAsync(machine, list, cancellation);
        var again = await ImportRun.OfAsync(machine, list, cancellation);
        return new Measurement(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"{sizes[Lines]:N0} rows read; a list of {count:N0} families stored, which become {rows.Count:N0} rows"),
            [
                Reading(sizes[Lines] / read.TotalSeconds, sizes[Lines] / split.TotalSeconds),
                Imported(count / first.Took.TotalSeconds, simple),
                Stored(rows.Count / first.Took.TotalSeconds, raw),
                new Row("the same list again", count / again.Took.TotalSeconds, "families/s") { Baseline = new Baseline(count / first.Took.TotalSeconds, "the first time") },
                Memory(machine.Process.PeakMegabytes, before),
                new Row("its processor time, both times", (first.Processor + again.Processor).TotalSeconds, "s")
                {
                    Baseline = new Baseline((first.Took + again.Took).TotalSeconds, "the time that passed"),
                },
            ]);
    }

    private static Row Reading(double rows, double split) => new("read and checked", rows, "rows/s")
    {
        Baseline = new Baseline(split, "lines split at semicolons, nothing checked"),
        Target = Target.AtLeast(RowsASecond),
    };

    private static Row Imported(double families, double simple) =>
        new("imported by the function", families, "families/s") { Baseline = new Baseline(simple, "household and child upserted one at a time") };

    private static Row Stored(double rows, double raw) => new("rows stored", rows, "rows/s")
    {
        Baseline = new Baseline(raw, "the same rows in raw batches, 16 at once"),
        Target = Target.AtLeast(ShareOfRaw * raw),
    };

    private static Row Memory(double now, double before) => new("peak memory of the function process", now, "MB")
    {
        Baseline = new Baseline(before, "before the import"),
        Target = Target.AtMost(MostMegabytes),
    };

    private static TimeSpan Read(byte[] list)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            using var file = new MemoryStream(list);
            var started = TimeProvider.System.GetTimestamp();
            var reading = FileReading.Read(file, BenchMachine.Now.Date);
            var took = TimeProvider.System.GetElapsedTime(started);
            best = took < best ? took : best;
            if (reading.Rejected > 0)
            {
                throw new BenchFailedException($"{reading.Rejected} rows of the list were refused.");
            }
        }

        return best;
    }

    private static TimeSpan Split(byte[] list)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            using var reader = new StreamReader(new MemoryStream(list), Encoding.UTF8);
            var started = TimeProvider.System.GetTimestamp();
            var fields = 0;
            while (reader.ReadLine() is { } line)
            {
                fields += line.Split(';').Length;
            }

            var took = TimeProvider.System.GetElapsedTime(started);
            best = took < best && fields > 0 ? took : best;
        }

        return best;
    }

    private static async Task<double> SimpleAsync(BenchMachine machine, ImportedRows rows, CancellationToken cancellation)
    {
        var table = await machine.Tables.GetAsync("RawSimple");
        var some = rows.First(SimpleRows).ToList();
        return some.Count / 2.0 / (await RawRows.OneByOneAsync(table, some, atOnce: 1, cancellation)).TotalSeconds;
    }

    private static async Task<double> RawAsync(BenchMachine machine, ImportedRows rows, CancellationToken cancellation)
    {
        var took = TimeSpan.Zero;
        foreach (var (name, own) in new[] { ("RawPeople", rows.People), ("RawNames", rows.Names), ("RawContacts", rows.Holders) })
        {
            took += await RawRows.InBatchesAsync(await machine.Tables.GetAsync(name), own, atOnce: 16, cancellation);
        }

        return rows.Count / took.TotalSeconds;
    }
}
