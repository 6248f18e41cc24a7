namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>Reads a number of lists and keeps count.</summary>
internal sealed class ListSession(int seed)
{
    private readonly ListFiles _files = new(seed);

    public Dictionary<ListVerdict, int> Counts { get; } = [];

    public List<(ListFile File, ListOutcome Outcome)> Faults { get; } = [];

    public int Stored { get; private set; }

    public int Rejected { get; private set; }

    public long LargestFile { get; private set; }

    public long MostBytes { get; private set; }

    public void Run(int first, int count, Action<int> progress)
    {
        for (var number = first; number < first + count; number++)
        {
            progress(number);
            var file = _files[number];
            Note(file, ListRun.Of(file));
        }
    }

    private void Note(ListFile file, ListOutcome outcome)
    {
        Counts[outcome.Verdict] = Counts.GetValueOrDefault(outcome.Verdict) + 1;
        Stored += outcome.Stored;
        Rejected += outcome.Rejected;
        LargestFile = Math.Max(LargestFile, file.Bytes.Length);
        MostBytes = Math.Max(MostBytes, outcome.Bytes);
        if (outcome.IsFault)
        {
            Faults.Add((file, outcome));
        }
    }
}
