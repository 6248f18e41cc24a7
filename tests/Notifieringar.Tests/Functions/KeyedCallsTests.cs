using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Functions;
using Notifieringar.Records.Auditing;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Auditing;
using Notifieringar.Workflows.Reaching;
using NodaTime.Testing;

namespace Notifieringar.Tests.Functions;

/// <summary>The log of what is done with the function key, on an installation whose storage does not answer.</summary>
public sealed class KeyedCallsTests
{
    [Fact]
    public async Task Configure_ACallThatCannotBeNoted_IsNotDone()
    {
        var calls = new KeyedCalls(new KeepAudit(new AuditTable(NoStorage.Tables()), new FakeClock(Some.PlannedAt)), new AuditText(new ContactHashes(new byte[32])));
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        var isDone = false;
        calls.Configure(next => next.Run(_ =>
        {
            isDone = true;
            return Task.CompletedTask;
        }))(app);
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = (HttpMethods.Put, "/units/provby");

        await Assert.ThrowsAsync<RequestFailedException>(() => app.Build()(context));

        Assert.False(isDone);
    }
}
