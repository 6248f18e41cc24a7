using System.Net;
using Notifieringar.Tests.Compat.AzureCommunicationSms;
using SendGrid;
using SendGrid.Helpers.Errors.Model;

namespace Notifieringar.Tests.Compat.SendGrid;

/// <summary>The client over real HTTP.</summary>
public sealed class SendGridClientTests
{
    private const string TooMany = """{"errors":[{"field":null,"message":"too many requests"}]}""";

    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("createSingleEmail")]
    [InlineData("everything")]
    public async Task SendEmailAsync_VectorMessage_SendsTheVendorsRequest(string name)
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, "", ("X-Message-Id", "14c5d75ce93")));
        var vector = SendGridData.Request(name);

        var answer = await Client(server).SendEmailAsync(VectorMessages.Make(name), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Received);
        Assert.Equal(vector["method"]!.GetValue<string>(), request.Method);
        Assert.Equal(vector["path"]!.GetValue<string>(), request.PathAndQuery);
        Assert.Equal(vector["body"]!.GetValue<string>(), request.Text);
        foreach (var (header, value) in vector["headers"]!.AsObject())
        {
            Assert.Equal(value!.GetValue<string>(), request.Headers[header]);
        }

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(["14c5d75ce93"], answer.Headers.GetValues("X-Message-Id"));
    }

    [Fact]
    public async Task SendEmailAsync_TooManyRequests_IsReturned()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(429, TooMany, ("X-RateLimit-Reset", "1767225600")));

        var answer = await Client(server).SendEmailAsync(VectorMessages.Make("fail429"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(["1767225600"], answer.Headers.GetValues("X-RateLimit-Reset"));
        Assert.Equal(TooMany, await answer.Body.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task SendEmailAsync_ErrorsAsExceptions_ThrowsTheStatussException()
    {
        await using var server = await ProviderServer.StartAsync(
            ProviderServer.Json(400, """{"errors":[{"message":"Bad subject","field":"subject","help":"https://help.example.se"}]}"""));

        var error = await Assert.ThrowsAsync<BadRequestException>(() => Client(server, httpErrorAsException: true)
            .SendEmailAsync(VectorMessages.Make("fail400"), TestContext.Current.CancellationToken));

        Assert.Equal(
            """{"ErrorHttpStatusCode":400,"ErrorReasonPhrase":"Bad Request","SendGridErrorMessage":"Bad subject","FieldWithError":"subject","HelpLink":"https://help.example.se"}""",
            error.Message);
    }

    [Theory]
    [InlineData(401, typeof(UnauthorizedException))]
    [InlineData(403, typeof(ForbiddenException))]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(405, typeof(MethodNotAllowedException))]
    [InlineData(413, typeof(PayloadTooLargeException))]
    [InlineData(415, typeof(UnsupportedMediaTypeException))]
    [InlineData(429, typeof(TooManyRequestsException))]
    [InlineData(500, typeof(ServerUnavailableException))]
    [InlineData(503, typeof(ServiceNotAvailableException))]
    [InlineData(418, typeof(RequestErrorException))]
    public async Task SendEmailAsync_ErrorsAsExceptions_HaveATypeEach(int status, Type expected)
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(status, "not JSON"));

        var error = await Record.ExceptionAsync(() => Client(server, httpErrorAsException: true)
            .SendEmailAsync(VectorMessages.Make("fail400"), TestContext.Current.CancellationToken));

        Assert.IsType(expected, error);
        Assert.Contains("not JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestAsync_Query_IsPartOfThePath()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(200, "[]"));

        await Client(server).RequestAsync(
            BaseClient.Method.GET, queryParams: """{"limit":1,"id":["a b","c"]}""", urlPath: "suppression/bounces",
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("/v3/suppression/bounces?limit=1&id=a%20b&id=c", Assert.Single(server.Received).PathAndQuery);
    }

    [Theory]
    [InlineData("eu", "https://api.eu.sendgrid.com")]
    [InlineData("global", "https://api.sendgrid.com")]
    public void SetDataResidency_KnownRegion_SetsTheHost(string region, string host) =>
        Assert.Equal(host, new SendGridClientOptions().SetDataResidency(region).Host);

    [Fact]
    public void SetDataResidency_AnotherRegion_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new SendGridClientOptions().SetDataResidency("se"));

    [Fact]
    public void PublicSurface_IsTheListedPartOfTheVendors() => PublicSurface.Matches(typeof(SendGridClient).Assembly, "SendGrid.txt");

    private static SendGridClient Client(ProviderServer server, bool httpErrorAsException = false) => new(Http, new SendGridClientOptions
    {
        ApiKey = "SG.fake_key_id.fake_key_secret_for_vectors",
        Host = server.Address.ToString(),
        HttpErrorAsException = httpErrorAsException,
    });
}
