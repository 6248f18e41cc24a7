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
        var answers = new Dictionary<PublishedApp, List<FirstAnswer>> { [functions] = [], [empty] = [] };
        for (var time = -1; time < sizes[Times]; time++)
        {
            foreach (var (app, taken) in answers)
            {
                var answer = await FirstAnswer.OfAsync(app, cancellation);
                if (time >= 0) // the first reads the files from disk
                {
                    taken.Add(answer);
                }
            }
        }

        double Median(PublishedApp app, Func<FirstAnswer, double> of) => answers[app].Select(of).Order().ElementAt(answers[app].Count / 2);
        var (page, baseline) = (Median(functions, one => one.Page.TotalMilliseconds), Median(empty, one => one.Page.TotalMilliseconds));
        return new Measurement(
            "start",
            $"the two apps started in turns {sizes[Times]} times, medians; self-contained, ReadyToRun",
            [
                new Row("from its start to a function's first page", page, "ms")
                {
                    Baseline = new Baseline(baseline, "an empty app's first answer"),
                    Target = Target.AtMost(MostTimes * baseline),
                },
                new Row("from its start until it listens", Median(functions, one => one.Listens.TotalMilliseconds), "ms")
                {
                    Baseline = new Baseline(Median(empty, one => one.Listens.TotalMilliseconds), "an empty app listens"),
                },
                new Row("memory then", Median(functions, one => one.Megabytes), "MB") { Baseline = new Baseline(Median(empty, one => one.Megabytes), "an empty app's") },
                new Row("files", functions.Megabytes, "MB") { Baseline = new Baseline(empty.Megabytes, "an empty app's") },
            ])
        {
            Notes = ["The page is the one that asks for a code (GET /s): rendered by the app's own components, with nothing read from storage."],
        };
    }
}
