using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class MiddlewareTests
{
    [Theory]
    [InlineData("SkickaSms")]
    [InlineData("Schemalaggare")]
    [InlineData("ShowPage")]
    public async Task Steps_RunInTheOrderTheyWereAdded_AroundEveryFunction(string function)
    {
        List<string> order = [];
        await using var app = await FunctionApp.Start(builder =>
        {
            builder.Use(Step("outer"));
            builder.Use(Step("inner"));
        });

        await (function switch
        {
            "ShowPage" => app.Host.GetAsync("/sida/x"),
            "Schemalaggare" => app.Invoke(function, """{"Data":{"timer":{"IsPastDue":false}}}"""),
            _ => app.SendMessage(function, "x"),
        });

        Assert.Equal([$"outer {function}", "inner outer", "after inner", "after outer"], order);

        Func<FunctionExecutionDelegate, FunctionExecutionDelegate> Step(string name) => next => async context =>
        {
            order.Add($"{name} {context.Items.Values.LastOrDefault() ?? context.FunctionDefinition.Name}");
            context.Items[name] = name;
            await next(context);
            order.Add($"after {name}");
        };
    }

    [Fact]
    public async Task Step_OfAClass_IsTakenFromTheInvocationsServices()
    {
        await using var app = await FunctionApp.Start(builder =>
        {
            builder.Services.AddScoped<StopsEverything>();
            builder.Use(next => context => context.InstanceServices.GetRequiredService<StopsEverything>().Invoke(context, next));
        });

        // A step that does not go on ends the invocation, which is still answered.
        await HandlerAnswer.Is(await app.SendMessage("SkickaSms", "x"), HttpStatusCode.OK);

        Assert.Equal(["stopped SkickaSms"], app.Seen.Values);
    }

    [Fact]
    public async Task Step_ThatThrows_FailsTheInvocation()
    {
        await using var app = await FunctionApp.Start(builder => builder.Use(_ => _ => throw new InvalidOperationException()));

        await HandlerAnswer.Is(await app.SendMessage("SkickaSms", "x"), HttpStatusCode.InternalServerError);
    }

    public sealed class StopsEverything(SeenByFunctions seen) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Add("stopped " + context.FunctionDefinition.Name);
            return Task.CompletedTask;
        }
    }
}
