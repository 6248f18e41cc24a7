using Notifieringar.Bench;
using Notifieringar.Bench.Fuzzing;
using Notifieringar.Bench.Rehearsing;
using Notifieringar.Bench.Rendering;

IBench[] benches = [new RenderBench(), new FuzzBench(), new ListBench(), new RehearsalBench()];

if (benches.FirstOrDefault(bench => bench.Name == args.FirstOrDefault()) is { } chosen)
{
    return chosen.Run(args[1..]);
}

Console.WriteLine("dotnet run -c Release --project bench -- NAME");
foreach (var bench in benches)
{
    Console.WriteLine($"  {bench.Name,-12}{bench.Summary}");
}

return 2;
