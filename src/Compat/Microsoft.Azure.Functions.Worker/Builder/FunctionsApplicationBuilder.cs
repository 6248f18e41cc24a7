using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Makes a function app that the Functions host runs as a custom handler.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private readonly WebApplicationBuilder _web;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal FunctionsApplicationBuilder(string[] args)
    {
        _web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });

        // Request lines name paths, and an answer code in a path is a key to a family's page.
        _web.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        _web.Services.AddRouting();
        _web.Services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        _web.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <summary>The app's settings; add sources to it.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <inheritdoc cref="IHostApplicationBuilder.Services"/>
    public IServiceCollection Services => _web.Services;

    /// <summary>Where functions are looked for; the program's own assembly unless a test says otherwise.</summary>
    internal IEnumerable<Type>? FunctionTypes { get; set; }

    /// <summary>Whether HTTP functions run on ASP.NET Core's request.</summary>
    internal bool UsesAspNetCore { get; set; }

    /// <summary>The app, which listens on the port that the host gave it.</summary>
    /// <exception cref="InvalidOperationException">It was not started by a host, or a function is declared in an unsafe way.</exception>
    public IHost Build()
    {
        var functions = FunctionCatalog.Find(FunctionTypes ?? Assembly.GetEntryAssembly()!.GetTypes());
        if (!UsesAspNetCore && functions.FirstOrDefault(function => function.Http is not null) is { } http)
        {
            throw new InvalidOperationException($"Function {http.Name} has an HTTP trigger: call ConfigureFunctionsWebApplication() in Program.cs.");
        }

        var port = Port();
        _web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = _web.Build();
        var runners = functions.Select(function => Runner(app, function)).ToList();
        var triggers = new TriggerEndpoint(runners.Where(runner => runner.Function.Http is null));
        app.Use((RequestDelegate next) => request => triggers.Invoke(request, next));
        foreach (var runner in runners.Where(runner => runner.Function.Http is not null))
        {
            HttpEndpoint.Map(app, runner);
        }

        return app;
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    private FunctionRunner Runner(WebApplication app, FoundFunction function) => new(
        function,
        _middleware,
        app.Services.GetRequiredService<ILoggerFactory>(),
        app.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value,
        app.Lifetime.ApplicationStopping);

    private int Port() =>
        int.TryParse(Configuration[PortSetting], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidOperationException(
                $"{PortSetting} is not set to a port: start the function app through LocalHost or 'func start', not by itself.");
}
