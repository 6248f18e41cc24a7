using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SendGrid;

namespace Notifieringar.Delivery.Email;

/// <summary>Registration of the e-mail sender.</summary>
public static class EmailDelivery
{
    // One try ends before the lease of its chunk does.
    private const int AnswerSeconds = 20;

    /// <summary>
    /// Adds one <see cref="EmailSender"/> for the process. Settings: <c>Mail__ApiKey</c>; <c>Mail__Region</c>, "eu" or "global" (the
    /// provider's default); <c>Mail__Host</c> in place of the region's host; <c>Mail__TimeoutSeconds</c>. A missing key is an <see cref="InvalidOperationException"/>
    /// that names it, thrown when the first e-mail is sent, so that a process that sends none needs none.
    /// </summary>
    public static IServiceCollection AddEmailDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISendGridClient>(_ => CreateClient(configuration.GetSection("Mail")));
        services.TryAddSingleton(
            provider => new EmailSender(provider.GetRequiredService<ISendGridClient>, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static SendGridClient CreateClient(IConfigurationSection settings)
    {
        if (settings["ApiKey"] is not { Length: > 0 } key)
        {
            throw new InvalidOperationException("E-mail cannot be sent: set Mail__ApiKey to a SendGrid API key with the right Mail Send.");
        }

        var options = new SendGridClientOptions { ApiKey = key };
        if (settings["Region"] is { Length: > 0 } region)
        {
            options.SetDataResidency(region is "eu" or "global"
                ? region
                : throw new InvalidOperationException("E-mail cannot be sent: Mail__Region is neither eu nor global."));
        }

        if (settings["Host"] is { Length: > 0 } host)
        {
            options.Host = host;
        }

        // A client of our own has no retry handler, and looks the host up again now and then.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        return new SendGridClient(new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(AnswerTime.Seconds(settings, AnswerSeconds)) }, options);
    }
}
