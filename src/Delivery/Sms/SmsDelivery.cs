using Azure.Communication.Sms;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Notifieringar.Delivery.Sms;

/// <summary>Registration of the SMS sender.</summary>
public static class SmsDelivery
{
    // Three tries and their pauses end before the lease of their chunk does.
    private const int AnswerSeconds = 8;

    /// <summary>
    /// Adds one <see cref="SmsSender"/> for the process. Settings: <c>Sms__ConnectionString</c>, or <c>Sms__Endpoint</c> with a
    /// <see cref="TokenCredential"/> among the services; <c>Sms__TimeoutSeconds</c>. A missing setting is an <see cref="InvalidOperationException"/> that names it,
    /// thrown when the first message is sent, so that a process that sends none needs none.
    /// </summary>
    public static IServiceCollection AddSmsDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => CreateClient(configuration.GetSection("Sms"), provider));
        services.TryAddSingleton(
            provider => new SmsSender(provider.GetRequiredService<SmsClient>, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    internal static SmsClientOptions CreateOptions(int answerSeconds = AnswerSeconds)
    {
        var options = new SmsClientOptions { RetryPolicy = new SmsRetryPolicy() };
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(answerSeconds);
        options.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }

    private static SmsClient CreateClient(IConfigurationSection settings, IServiceProvider services)
    {
        var options = CreateOptions(AnswerTime.Seconds(settings, AnswerSeconds));
        if (settings["ConnectionString"] is { Length: > 0 } connectionString)
        {
            return new SmsClient(connectionString, options);
        }

        if (settings["Endpoint"] is not { Length: > 0 } endpoint)
        {
            throw new InvalidOperationException(
                "SMS cannot be sent: set Sms__ConnectionString, or Sms__Endpoint to the address of the Communication Services resource.");
        }

        var credential = services.GetService<TokenCredential>() ?? throw new InvalidOperationException(
            "SMS cannot be sent: Sms__Endpoint needs an identity, and no TokenCredential is registered. "
            + "Set Sms__ConnectionString instead, or register one.");
        return new SmsClient(new Uri(endpoint), credential, options);
    }
}
