using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

/// <summary>Only the host may invoke a trigger, and it always gets an answer that it can take.</summary>
public sealed class HostRequestTests
{
    private const string Empty = """{"Data":{"meddelande":"\"x\""},"Metadata":{}}""";

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-proto")]
    [InlineData("X-Original-URL")]
    [InlineData("x-ms-invocation-id")]
    [InlineData("X-ARR-LOG-ID")]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    [InlineData("Origin")]
    [InlineData("Cookie")]
    public async Task Trigger_WithAProxysHeader_IsRefused(string header)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Invoke("SkickaSms", Empty, (header, "1.1 x")), HttpStatusCode.Forbidden);

        Assert.Empty(app.Seen.Values);
    }

    [Theory]
    [InlineData("/SkickaSms")]
    [InlineData("/skickasms")]
    public async Task Trigger_WithoutTheHostsInvocationId_IsRefused(string path)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.PostAsync(path, new StringContent(Empty)), HttpStatusCode.Forbidden);

        Assert.Empty(app.Seen.Values);
    }

    [Theory]
    [InlineData("Okand")]
    [InlineData("SkickaSms/")]
    [InlineData("SkickaSms/mer")]
    [InlineData("ShowPage")]
    public async Task Invocation_OfNothingKnown_IsNotFound(string path)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Invoke(path, Empty), HttpStatusCode.NotFound);

        Assert.Empty(app.Seen.Values);
    }

    [Fact]
    public async Task Trigger_AskedForWithGet_IsNotFound()
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.GetAsync("/SkickaSms"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Data\":")]
    public async Task Trigger_WithABodyThatIsNoInvocation_IsABadRequest(string body)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Invoke("SkickaSms", body), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Root_PingedByTheHost_Answers()
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.GetAsync("/"), HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await app.Host.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"))).StatusCode);
    }

    [Fact]
    public async Task Address_OfTheHandler_IsLoopback()
    {
        await using var app = await FunctionApp.Start();

        Assert.True(app.Host.BaseAddress!.IsLoopback);
    }

    [Fact]
    public async Task Body_ThatTrickles_IsGivenUpByTheServer()
    {
        await using var app = await FunctionApp.Start();

        var slowest = app.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MinRequestBodyDataRate;
        Assert.Equal((240d, TimeSpan.FromSeconds(5)), (slowest?.BytesPerSecond, slowest?.GracePeriod));
    }
}
