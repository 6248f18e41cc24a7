using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Sms;
using Notifieringar.Tests.Compat.AzureCommunicationSms;

namespace Notifieringar.Tests.Delivery.Sms;

/// <summary>The registration: what it needs, and when it says so.</summary>
public sealed class SmsDeliveryTests
{
    [Fact]
    public async Task AddSmsDelivery_ConnectionString_SendsWithOurRepeatability()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(
            202, """{"value":[{"to":"+46701740605","messageId":"Outgoing_1","httpStatusCode":202,"successful":true}]}"""));
        await using var services = Services(("Sms:ConnectionString", $"endpoint={server.Address};accesskey=bm90aWZpZXJpbmdhcg=="));

        var outcome = await services.GetRequiredService<SmsSender>().SendAsync(SomeSms.Notice(), TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryResult.Accepted, outcome.Result);
        Assert.Equal(
            SomeSms.Notice().RepeatabilityId.ToString(),
            Assert.Single(server.Received).Json["smsRecipients"]![0]!["repeatabilityRequestId"]!.GetValue<string>());
    }

    [Fact]
    public async Task AddSmsDelivery_NoSetting_SaysSoWhenTheFirstMessageIsSent()
    {
        await using var services = Services();
        var sender = services.GetRequiredService<SmsSender>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => sender.SendAsync(SomeSms.Notice(), TestContext.Current.CancellationToken));

        Assert.Contains("Sms__ConnectionString", error.Message, StringComparison.Ordinal);
        Assert.Contains("Sms__Endpoint", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSmsDelivery_EndpointWithoutIdentity_SaysSo()
    {
        await using var services = Services(("Sms:Endpoint", "https://contoso.communication.azure.com"));
        var sender = services.GetRequiredService<SmsSender>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => sender.SendAsync(SomeSms.Notice(), TestContext.Current.CancellationToken));

        Assert.Contains("TokenCredential", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSmsDelivery_EndpointAndIdentity_MakesAClient()
    {
        await using var services = Services(("Sms:Endpoint", "https://contoso.communication.azure.com"));

        Assert.NotNull(new ServiceCollection()
            .AddSingleton(Mock.Of<TokenCredential>())
            .AddSmsDelivery(services.GetRequiredService<IConfiguration>())
            .BuildServiceProvider()
            .GetRequiredService<Azure.Communication.Sms.SmsClient>());
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSmsDelivery(configuration).BuildServiceProvider();
    }
}
