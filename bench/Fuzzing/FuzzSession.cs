namespace Notifieringar.Bench.Fuzzing;

/// <summary>Runs a number of templates and keeps count.</summary>
internal sealed class FuzzSession(int seed, FuzzBudget budget)
{
    // Beyond every budget: a template that has not ended by now will not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FuzzTemplates _templates = new(seed);

    public Dictionary<FuzzVerdict, int> Counts { get; } = [];

    public List<(FuzzTemplate Template, FuzzOutcome Outcome)> Faults { get; } = [];

    public TimeSpan Slowest { get; private set; }

    public long Largest { get; private set; }

    public void Run(int first, int count, Action<int> progress)
    {
        var stack = new SmallStack();
        for (var number = first; number < first + count; number++)
        {
            progress(number);
            var template = _templates[number];
            var outcome = stack.Run(() => FuzzRun.Of(template, budget), Patience);
            if (outcome is null)
            {
                stack = new SmallStack();
                outcome = new FuzzOutcome(FuzzVerdict.Hang, "", Patience, 0);
            }

            Note(template, outcome);
        }

        stack.Dispose();
    }

    private void Note(FuzzTemplate template, FuzzOutcome outcome)
    {
        Counts[outcome.Verdict] = Counts.GetValueOrDefault(outcome.Verdict) + 1;
        Slowest = outcome.Elapsed > Slowest ? outcome.Elapsed : Slowest;
        Largest = Math.Max(Largest, outcome.Bytes);
        if (outcome.IsFault)
        {
            Faults.Add((template, outcome));
        }
    }
}
