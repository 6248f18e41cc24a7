using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;
using Notifieringar.LocalHost;

namespace Notifieringar.Bench.Starting;

/// <summary>How soon the function app answers after it is started, beside an empty ASP.NET Core app that is published in the same way.</summary>
internal sealed class StartBench : IBench
{
    private const double MostTimes = 1.5;

    private static readonly Size Times = new("--starts", 11, "of each app");

    public string Name => "start";

    public string Summary => "the first answer of the function app";

    public IReadOnlyList<Size> Sizes => [Times];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        await progress.WriteLineAsync("start: publishing the function app and an empty one");
        var root = LocalFolders.RepositoryRoot;
        var functions = await PublishedApp.OfAsync(Path.Combine(root, "src", "Functions"), "Notifieringar.Functions", cancellation);
        var empty = await PublishedApp.OfAsync(Path.Combine(root, "bench", "EmptyApp"), "Notifieringar.EmptyApp", cancellation);
        var (ours, theirs) = await InTurnsAsync(functions, empty, sizes[Times], cancellation);
        var baseline = Median(theirs, one => one.Page.TotalMilliseconds);
        return new Measurement(
            Name,
            $"the two apps started in turns {sizes[Times]} times, medians; self-contained, ReadyToRun",
            [
                new Row("from its start to a function's first page", Median(ours, one => one.Page.TotalMilliseconds), "ms")
                {
                    Baseline = new Baseline(baseline, "an empty app's first answer"),
                    Target = Target.AtMost(MostTimes * baseline),
                },
                new Row("from its start until it listens", Median(ours, one => one.Listens.TotalMilliseconds), "ms")
                {
                    Baseline = new Baseline(Median(theirs, one => one.Listens.TotalMilliseconds), "an empty app listens"),
                },
                new Row("memory then", Median(ours, one => one.Megabytes), "MB") { Baseline = new Baseline(Median(theirs, one => one.Megabytes), "an empty app's") },
                new Row("files", functions.Megabytes, "MB") { Baseline = new Baseline(empty.Megabytes, "an empty app's") },
            ])
        {
            Notes = ["The page is the one that asks for a code (GET /s): rendered by the app's own components, with nothing read from storage."],
        };
    }

    private static async Task<(List<FirstAnswer> Ours, List<FirstAnswer> Theirs)> InTurnsAsync(
        PublishedApp functions, PublishedApp empty, int times, CancellationToken cancellation)
    {
        var (ours, theirs) = (new List<FirstAnswer>(), new List<FirstAnswer>());
        for (var time = -1; time < times; time++)
        {
            var (one, other) = (await FirstAnswer.OfAsync(functions, cancellation), await FirstAnswer.OfAsync(empty, cancellation));
            if (time >= 0) // the first reads the files from disk
            {
                ours.Add(one);
                theirs.Add(other);
            }
        }

        return (ours, theirs);
    }

    private static double Median(List<FirstAnswer> answers, Func<FirstAnswer, double> of) => answers.Select(of).Order().ElementAt(answers.Count / 2);
}
