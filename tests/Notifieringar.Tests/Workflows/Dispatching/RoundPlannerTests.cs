using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Tests.Workflows.Dispatching;

/// <summary>What a round does when it cannot decide.</summary>
public sealed class RoundPlannerTests
{
    private static readonly Instant Due = Stockholm.MomentOf(Some.VisitTime.PlusDays(1)) + Duration.FromMinutes(5);

    [Fact]
    public async Task StorageThatIsAway_DecidesNothing_NobodyIsLeftToStaffForIt()
    {
        await using var services = Services(Due);

        var thrown = await Record.ExceptionAsync(() => services.GetRequiredService<RoundPlanner>().PlanAsync(Context(isCancelled: false), [One()], CancellationToken.None));

        Assert.NotNull(thrown);
        Assert.True(StorageFaults.IsOne(thrown), thrown.ToString());
    }

    [Fact]
    public async Task ACancelledCampaign_SettlesWhatHasBeenTried_NotAnotherRung()
    {
        await using var services = Services(Due - Duration.FromDays(3)); // it waits
        var key = new NoticeKey("sprakstart-6", Some.Invitation().Occasion.Value, 0, Some.Thanks().Id, Channel.Email);
        var tried = One() with { Recipient = Some.Household() with { Notices = [Some.Notice(key, NoticeState.RefusedTemporary)] } };

        var plan = await services.GetRequiredService<RoundPlanner>().PlanAsync(Context(isCancelled: true), [tried], CancellationToken.None);

        Assert.Equal((key, NoticeState.Skipped), (Assert.Single(plan.NotSent).Notice.Key, plan.NotSent[0].Notice.State));
    }

    private static DueRecipient One()
    {
        var household = Some.Household() with { Invitations = [Some.Invitation()] };
        var due = new DueNotice(Some.Unit, "0", Due, household.Person.Id, Some.Invitation().Occasion, "sprakstart-6", Some.Thanks().Id);
        return new DueRecipient(due, household with { Person = household.Person with { DataAsOf = Due } }, Some.Invitation() with { Answer = Answer.Yes });
    }

    private static DispatchContext Context(bool isCancelled)
    {
        var person = Some.Guardian().Id;
        var chunk = new Chunk("due~test", Some.Unit, "0", person, person, "sprakstart-6", Some.Thanks().Id, "test", 1);
        return new DispatchContext(new Lease(chunk.Batch, chunk.Id, "test", 1, Due, ""), chunk, Some.Programme(), Some.Thanks(), Some.Rules(), isCancelled);
    }

    // A storage account at a port where nobody listens.
    private static ServiceProvider Services(Instant now)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["AnswerCodes:Key"] = Convert.ToBase64String(new byte[32]),
            ["PublicUrl"] = "https://svar.example.se",
        };
        var services = new ServiceCollection().AddLogging().AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var options = new TableClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } };
        var account = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Convert.ToBase64String(new byte[32])};TableEndpoint=http://127.0.0.1:1/devstoreaccount1";
        return services.AddSingleton(new TableServiceClient(account, options)).AddSingleton<IClock>(new FakeClock(now)).BuildServiceProvider();
    }
}
