using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Scenarios.Api;

/// <summary>Two requests with one key at the same time, and one that failed.</summary>
/// <param name="emulator">Storage.</param>
public sealed class AnswerOnceTests(Emulator emulator)
{
    private static readonly byte[] Content = [1, 2, 3];

    private readonly UnitId _unit = new($"once-{Guid.NewGuid():N}");

    private AnswerOnce Once => new(new RepeatableRequests(new Tables(new TableServiceClient(emulator.ConnectionString))), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASecondRequestWhileTheFirstIsWorkedOn_IsToldToWait_AndThenGetsTheSameAnswer()
    {
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var done = 0;
        async Task<OnceAnswer> WorkAsync(string name)
        {
            begun.TrySetResult();
            await goOn.Task;
            return new OnceAnswer(200, $"{{\"done\":{++done}}}");
        }

        var first = Once.RunAsync(_unit, "key", Content, WorkAsync, Token);
        await begun.Task;
        var second = await Once.RunAsync(_unit, "key", Content, WorkAsync, Token);
        goOn.SetResult();
        var answered = Assert.IsType<OnceOutcome.Answered>(await first).Answer;
        var third = Assert.IsType<OnceOutcome.Answered>(await Once.RunAsync(_unit, "key", Content, WorkAsync, Token)).Answer;

        Assert.IsType<OnceOutcome.Busy>(second);
        Assert.Equal((answered.Json, true), (third.Json, third.IsRepeated));
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task AFaultOfOurs_IsNotRemembered()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Once.RunAsync(_unit, "key", Content, _ => throw new InvalidOperationException(), Token));

        var again = Assert.IsType<OnceOutcome.Answered>(await Once.RunAsync(_unit, "key", Content, _ => Task.FromResult(new OnceAnswer(200, "{}")), Token));

        Assert.False(again.Answer.IsRepeated);
    }
}
