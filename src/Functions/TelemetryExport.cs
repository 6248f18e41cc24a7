using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Workflows;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Notifieringar.Functions;

/// <summary>Sends traces, measurements and log entries of our own to an OpenTelemetry collector, where one is named; else nothing is made. Neither the
/// web server's nor the HTTP client's are sent: addresses stand in them, and an answer code in an address is a key to a family's page.</summary>
internal static class TelemetryExport
{
    public const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string NameSetting = "OTEL_SERVICE_NAME";
    private const string Service = "notifieringar";

    /// <summary>Adds the export. The standard settings <c>OTEL_*</c> say where to, how often and how much.</summary>
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 })
        {
            return;
        }

        builder.Services.AddSingleton<WatchedFunctions>();
        builder.Services.AddHostedService<Observing>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration[NameSetting] is { Length: > 0 } name ? name : Service))
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name))
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(category: null, LogLevel.None);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(Telemetry.Name, LogLevel.Information);
        builder.Use(next => context => context.InstanceServices.GetRequiredService<WatchedFunctions>().RunAsync(context, next));
    }

    private sealed class Observing(ShowHealth health) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            FunctionMetrics.Observe(health.Dependencies);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
