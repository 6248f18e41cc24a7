namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class TraceTests
{
    [Fact]
    public async Task Invocation_WithATraceparent_ContinuesThatTrace()
    {
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await using var app = await FunctionApp.Start();

        await app.Invoke("Traces", """{"Data":{"meddelande":"\"x\""}}""", ("traceparent", Parent));

        Assert.Equal(["x", Parent, "0af7651916cd43dd8448eb211c80319c"], app.Seen.Values);
    }
}
