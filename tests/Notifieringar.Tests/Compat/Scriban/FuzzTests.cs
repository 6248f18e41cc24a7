using Notifieringar.Bench.Fuzzing;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>Mutated golden templates and made-up ones. The same session with any number of templates: <c>bench -- fuzz</c>.</summary>
public sealed class FuzzTests
{
    // Patient, so that a busy machine is not taken for a slow engine; bytes do not depend on the machine.
    private static readonly FuzzBudget Patient = FuzzBudget.Usual with { Grace = TimeSpan.FromSeconds(20) };

    [Fact]
    public void MutatedTemplates_NoneCrashesHangsLeaksOrExceedsItsBudget()
    {
        var session = new FuzzSession(seed: 20250304, Patient);

        session.Run(first: 0, count: 2500, progress: _ => { });

        Assert.Empty(session.Faults.Select(fault => $"{fault.Outcome.Verdict} {fault.Template.Number}: {fault.Outcome.Detail}\n{fault.Template.Text}"));
        Assert.InRange(session.Counts[FuzzVerdict.Text], 500, 2000);
    }

    [Fact]
    public void Of_TemplateThatNeverEnds_IsTooLong()
    {
        var endless = new FuzzTemplate(1, "{{ f(n) = n > 0 ? f(n - 1) + f(n - 1) : 1; f 50 }}", CorpusCase.All[0]);

        Assert.Equal(FuzzVerdict.TooLong, FuzzRun.Of(endless, new FuzzBudget(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(-1), long.MaxValue)).Verdict);
        Assert.Equal(FuzzVerdict.Refused, FuzzRun.Of(endless, Patient with { Deadline = TimeSpan.FromMilliseconds(50) }).Verdict);
    }

    [Fact]
    public void Of_TemplateThatTakesMuchMemory_IsTooMuch() => Assert.Equal(
        FuzzVerdict.TooMuch,
        FuzzRun.Of(new FuzzTemplate(1, "{{ 'a' * 1000000 | string.size }}", CorpusCase.All[0]), Patient with { Bytes = 1_000_000 }).Verdict);

    [Fact]
    public void Templates_SameSeedAndNumber_AreTheSame()
    {
        Assert.Equal(new FuzzTemplates(7)[12].Text, new FuzzTemplates(7)[12].Text);
        Assert.NotEqual(new FuzzTemplates(7)[12].Text, new FuzzTemplates(8)[12].Text);
    }
}
