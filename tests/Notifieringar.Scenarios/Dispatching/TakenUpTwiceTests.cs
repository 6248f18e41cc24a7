using Notifieringar.Model;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>A sender that takes up what a dead one has begun may itself hear nothing of its claim: what it reads then as its own has been sent
/// before all the same (promise 2).</summary>
public sealed class TakenUpTwiceTests(Emulator emulator)
{
    private const int LeaseSeconds = 4;

    [Fact]
    public async Task AnSmsThatADeadSenderHasSent_TakenUpByOneWhoseClaimIsNotAnswered_KeepsItsRepeatabilityId()
    {
        var answers = new LostAnswers();
        await using var unit = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, new RequestCounter(), answers, LeaseSeconds);
        var chunk = await unit.CutAsync("a", 1);
        unit.WhenAccepted = _ => throw new IOException("The sender died.");
        await unit.DispatchAsync(chunk);
        var sent = await NoticeAsync(unit);
        Assert.Equal((NoticeState.Claimed, 1), (sent.State, unit.Accepted));

        await Task.Delay(TimeSpan.FromSeconds(LeaseSeconds + 1), TestContext.Current.CancellationToken); // nobody can be sending it any more
        unit.WhenAccepted = _ => Task.CompletedTask;
        answers.LoseNext();
        await unit.DispatchAsync(chunk);

        Assert.Equal(1, answers.Lost);
        var told = await NoticeAsync(unit);
        Assert.Equal(NoticeState.Accepted, told.State);
        Assert.Equal(sent.FirstSent, told.FirstSent); // of which the id is made: the provider takes both tries for one
    }

    private static async Task<Notice> NoticeAsync(AUnitWithChunks unit) => Assert.Single(Assert.Single(await unit.PeopleAsync()).Notices);
}
