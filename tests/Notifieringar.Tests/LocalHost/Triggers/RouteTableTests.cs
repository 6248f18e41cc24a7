using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notifieringar.LocalHost.Triggers;
using Notifieringar.LocalHost.Triggers.Http;
using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class RouteTableTests
{
    private readonly RouteTable _routes = Build(
        "",
        new HttpFunction("Family", "request", "i/{code}", "anonymous", ["GET", "POST"]),
        new HttpFunction("Staff", "request", "personal/{*path}", "anonymous", []),
        new HttpFunction("StaffPrint", "request", "personal/brev", "anonymous", []),
        new HttpFunction("Numbers", "request", "nummer/{id:int}", "function", []),
        new HttpFunction("Rest", "request", "{*path}", "anonymous", []),
        new TimerFunction("PlanVisits", "timer", "0 */5 * * * *"),
        new QueueFunction("DispatchChunk", "message", "chunks", "AzureWebJobsStorage"));

    [Theory]
    [InlineData("GET", "/i/abc", "Family")]
    [InlineData("get", "/i/abc", "Family")]
    [InlineData("DELETE", "/i/abc", "Rest")]
    [InlineData("GET", "/personal", "Staff")]
    [InlineData("GET", "/personal/a/b/c", "Staff")]
    [InlineData("GET", "/personal/brev", "StaffPrint")]
    [InlineData("GET", "/nummer/12", "Numbers")]
    [InlineData("GET", "/nummer/tolv", "Rest")]
    [InlineData("GET", "/", "Rest")]
    [InlineData("GET", "/planvisits/now", "Rest")]
    public void Match_APath_FindsTheMostSpecificRoute(string method, string path, string function) =>
        Assert.Equal(function, _routes.Match(method, path).Function?.Name);

    [Theory]
    [InlineData("/PlanVisits")]
    [InlineData("/planvisits")]
    [InlineData("/PLANVISITS/")]
    [InlineData("//DispatchChunk")]
    [InlineData("/Family")]
    public void Match_AFunctionsName_IsRefusedForEveryMethod(string path)
    {
        foreach (var method in (string[])["POST", "GET", "OPTIONS"])
        {
            Assert.Equal(new RouteMatch(RouteResult.TriggerName), _routes.Match(method, path));
        }
    }

    [Fact]
    public void Match_WithAPrefix_NeedsIt()
    {
        var routes = Build("api", new HttpFunction("Family", "request", "i/{code}", "anonymous", []));

        Assert.Equal("Family", routes.Match("GET", "/api/i/abc").Function?.Name);
        Assert.Equal(RouteResult.Unknown, routes.Match("GET", "/i/abc").Result);
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL", false)]
    [InlineData("x-ms-client-principal-id", false)]
    [InlineData("X-MS-TOKEN-AAD-ID-TOKEN", false)]
    [InlineData("X-Forwarded-For", false)]
    [InlineData("x-ms-invocation-id", false)]
    [InlineData("X-Azure-Functions-InvocationId", false)]
    [InlineData("Transfer-Encoding", false)]
    [InlineData("Host", false)]
    [InlineData("Cookie", true)]
    [InlineData("x-functions-key", true)]
    [InlineData("Accept-Language", true)]
    public void PassesToFunction_AHeader_OnlyWhenTheClientMaySayIt(string name, bool passes) =>
        Assert.Equal(passes, HeaderRules.PassesToFunction(name));

    private static RouteTable Build(string prefix, params FunctionDefinition[] functions) => new(
        new FunctionFolder { Functions = functions, Queues = new QueueRules(), RoutePrefix = prefix, FunctionTimeout = TimeSpan.FromMinutes(5) },
        new DefaultInlineConstraintResolver(Options.Create(new RouteOptions()), new ServiceCollection().BuildServiceProvider()));
}
