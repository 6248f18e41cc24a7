using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class FunctionCatalogTests
{
    [Theory]
    [InlineData(typeof(BadName), "cannot be a function's name")]
    [InlineData(typeof(NotPublic), "public, non-generic method")]
    [InlineData(typeof(NoTrigger), "exactly one trigger parameter; it has 0")]
    [InlineData(typeof(TwoTriggers), "exactly one trigger parameter; it has 2")]
    [InlineData(typeof(HttpWithoutRequest), "HttpRequest")]
    [InlineData(typeof(NoRoute), "has no route")]
    public void Function_DeclaredWrongly_IsRefusedInOneSentence(Type type, string because)
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.Find([type]));

        Assert.Contains(because, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Function_WithAParameterThatNothingFills_StopsTheStart()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => Builder(typeof(AsksTooMuch)).Build());

        Assert.Contains("Parameter clock of function AsksTooMuch", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HttpFunction_WithoutAspNetCore_StopsTheStart()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => Builder(typeof(Pages)).Build());

        Assert.Contains("ConfigureFunctionsWebApplication", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://*")]
    [InlineData("70000")]
    public void App_StartedByNoHost_SaysHowToStartIt(string? port)
    {
        var builder = Builder(typeof(SkickaSms));
        builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;

        var mistake = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("start the function app through LocalHost or 'func start'", mistake.Message, StringComparison.Ordinal);
    }

    private static FunctionsApplicationBuilder Builder(Type type)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] = "0";
        builder.FunctionTypes = [type];
        return builder;
    }

    public static class BadName
    {
        [Function("../etc")]
        public static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer)
        {
        }
    }

    public static class NotPublic
    {
        [Function("NotPublic")]
        internal static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer)
        {
        }
    }

    public static class NoTrigger
    {
        [Function("NoTrigger")]
        public static void Run(TimerInfo timer)
        {
        }
    }

    public static class TwoTriggers
    {
        [Function("TwoTriggers")]
        public static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer, [QueueTrigger("q")] string message)
        {
        }
    }

    public static class HttpWithoutRequest
    {
        [Function("HttpWithoutRequest")]
        public static void Run([HttpTrigger(Route = "x")] string body)
        {
        }
    }

    public static class NoRoute
    {
        [Function("NoRoute")]
        public static void Run([HttpTrigger] HttpRequest request)
        {
        }
    }

    public static class AsksTooMuch
    {
        [Function("AsksTooMuch")]
        public static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer, TimeProvider clock)
        {
        }
    }
}
