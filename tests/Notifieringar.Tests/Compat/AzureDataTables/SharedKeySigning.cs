using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Http;
using Storage.Common;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed class SharedKeySigning
{
    public static TheoryData<string> Names => [.. Vectors.Signing.Select(vector => vector.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Authorization_OfAVector_IsTheOneTheOfficialClientSent(string name)
    {
        var vector = Vectors.Signing.Single(one => one.Text("name") == name);
        var service = new RecordedService();
        var clock = new StoppedClock(DateTimeOffset.ParseExact(vector.Text("xMsDate"), "R", CultureInfo.InvariantCulture));
        var credential = new TableSharedKeyCredential(vector.Text("account"), vector.Text("keyBase64"));
        var pipeline = HttpPipelineBuilder.Build(service.Options, new TableSharedKeyPolicy(credential, clock));
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Parse(vector.Text("method"));
        message.Request.Uri.Reset(new Uri(vector.Text("url")));

        await pipeline.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal(vector.Text("xMsDate"), service.Last.Headers["x-ms-date"]);
        Assert.Equal(vector.GetProperty("sharedKeyLite").Text("authorization"), service.Last.Headers["Authorization"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sign_AVectorsText_GivesItsSignature(string name)
    {
        var vector = Vectors.Signing.Single(one => one.Text("name") == name);
        var key = Convert.FromBase64String(vector.Text("keyBase64"));

        foreach (var scheme in new[] { vector.GetProperty("sharedKeyLite"), vector.GetProperty("sharedKey") })
        {
            Assert.EndsWith(":" + SharedKeyHmac.Sign(key, scheme.Text("stringToSign")), scheme.Text("authorization"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ARetry_IsSignedAnewWithItsOwnDate()
    {
        var service = new RecordedService().Answering(503).Answering(204);
        var clock = new StoppedClock(DateTimeOffset.UnixEpoch) { Step = TimeSpan.FromMinutes(1) };
        var connection = TableConnection.Of(new Uri("https://contoso.table.core.windows.net"), new TableSharedKeyCredential("contoso", RecordedService.Key), service.Options, clock);

        await new TableClient(connection, "Notiser").DeleteEntityAsync("p", "r", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 01 Jan 1970 00:01:00 GMT"], service.Requests.Select(request => request.Headers["x-ms-date"]));
        Assert.Equal(2, service.Requests.Select(request => request.Headers["Authorization"]).Distinct().Count());
        Assert.Equal(service.Requests[0].Headers["x-ms-client-request-id"], service.Requests[1].Headers["x-ms-client-request-id"]);
    }

    [Fact]
    public async Task SetAccountKey_ChangesTheSignaturesOfAClientInUse()
    {
        var service = new RecordedService();
        var credential = new TableSharedKeyCredential("contoso", RecordedService.Key);
        var connection = TableConnection.Of(new Uri("https://contoso.table.core.windows.net"), credential, service.Options, new StoppedClock(DateTimeOffset.UnixEpoch));
        var table = new TableClient(connection, "Notiser");

        await table.DeleteEntityAsync("p", "r", cancellationToken: TestContext.Current.CancellationToken);
        credential.SetAccountKey(Convert.ToBase64String(new byte[32]));
        await table.DeleteEntityAsync("p", "r", cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(service.Requests[0].Headers["Authorization"], service.Requests[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task ATokenCredential_IsAskedForStorageAndShown()
    {
        var service = new RecordedService();
        var credential = new OneToken();
        var table = new TableServiceClient(new Uri("https://contoso.table.core.windows.net"), credential, service.Options).GetTableClient("Notiser");

        await table.DeleteEntityAsync("p", "r", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Bearer a-token", service.Last.Headers["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("contoso", table.AccountName);
    }

    private sealed class OneToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public TimeSpan Step { get; init; }

        public override DateTimeOffset GetUtcNow()
        {
            var told = _now;
            _now += Step;
            return told;
        }
    }
}
