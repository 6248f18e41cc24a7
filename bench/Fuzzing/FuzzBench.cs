namespace Notifieringar.Bench.Fuzzing;

internal sealed class FuzzBench : IBench
{
    public string Name => "fuzz";

    public string Summary => "x";

    public int Run(IReadOnlyList<string> arguments) => 0;
}
