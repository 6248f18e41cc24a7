using System.Globalization;
using Notifieringar.Bench.Measuring;

namespace Notifieringar.Bench.Rendering;

/// <summary>Parses and renders a letter and an SMS, each rendering with a context of its own, beside the official engine's recorded figures.</summary>
internal sealed class RenderBench : IBench
{
    public string Name => "render";

    public string Summary => "µs and bytes of parsing and rendering a letter and an SMS";

    public int Run(IReadOnlyList<string> arguments)
    {
        var operations = new List<Operation>();
        foreach (var name in new[] { "letter", "sms" })
        {
            var sample = Sample.Read(name);
            if (sample.Render() is var text && text != sample.Expected)
            {
                Console.Error.WriteLine($"{name}: the text is not the expected one, so nothing was measured:\n{text}");
                return 1;
            }

            operations.Add(new Operation($"{name}: parse", sample.Parse));
            operations.Add(new Operation($"{name}: render", sample.Render));
        }

        Console.WriteLine("Texts are as expected. Medians of interleaved rounds; the official engine's figures were recorded on another day.");
        Print(Rounds.Measure(operations));
        return 0;
    }

    private static void Print(IReadOnlyDictionary<string, Cost> measured)
    {
        Console.WriteLine($"{"",-16}{"µs",8}{"official",10}{"ratio",7}{"best µs",9}{"official",10}{"bytes",9}{"official",10}{"ratio",7}");
        foreach (var (name, cost) in measured)
        {
            var official = Official.Costs[name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-16}{cost.Microseconds,8:F1}{official.Microseconds,10:F1}{cost.Microseconds / official.Microseconds,7:F2}{cost.Best,9:F1}{official.Best,10:F1}{cost.Bytes,9:F0}{official.Bytes,10:F0}{cost.Bytes / official.Bytes,7:F2}"));
        }
    }
}
