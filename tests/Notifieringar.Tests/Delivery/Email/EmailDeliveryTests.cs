using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Delivery.Email;
using SendGrid;

namespace Notifieringar.Tests.Delivery.Email;

/// <summary>The registration: what it needs, and when it says so.</summary>
public sealed class EmailDeliveryTests
{
    [Fact]
    public async Task AddEmailDelivery_NoKey_SaysSoWhenTheFirstEmailIsSent()
    {
        var error = await FirstErrorAsync([]);

        Assert.Contains("Mail__ApiKey", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddEmailDelivery_UnknownRegion_SaysSo()
    {
        var error = await FirstErrorAsync(new() { ["Mail:ApiKey"] = "SG.test", ["Mail:Region"] = "sverige" });

        Assert.Contains("Mail__Region", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu")]
    [InlineData("global")]
    public void AddEmailDelivery_KnownRegion_MakesAClient(string region)
    {
        using var services = Services(new() { ["Mail:ApiKey"] = "SG.test", ["Mail:Region"] = region });

        Assert.IsType<SendGridClient>(services.GetRequiredService<ISendGridClient>());
    }

    private static async Task<InvalidOperationException> FirstErrorAsync(Dictionary<string, string?> settings)
    {
        await using var services = Services(settings);
        var sender = services.GetRequiredService<EmailSender>();
        return await Assert.ThrowsAsync<InvalidOperationException>(() =>
            sender.SendAsync(SomeEmail.Notice(), TestContext.Current.CancellationToken));
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddEmailDelivery(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
