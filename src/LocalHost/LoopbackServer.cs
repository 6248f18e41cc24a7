using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Notifieringar.LocalHost;

/// <summary>A small web server of this process: loopback only, no log noise, and deaf to names that are not this machine.</summary>
internal static class LoopbackServer
{
    /// <param name="port">0 = a free one.</param>
    /// <param name="bodyLimit">Bytes; larger requests get 413.</param>
    public static WebApplicationBuilder CreateBuilder(int port, long bodyLimit)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = bodyLimit;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();

        // A page elsewhere whose name resolves to 127.0.0.1 must not be able to talk to us.
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["127.0.0.1", "localhost"]);
        builder.Services.AddHostFiltering(_ => { });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        return builder;
    }

    /// <exception cref="StartFailedException">The port is taken.</exception>
    public static async Task<Uri> StartAsync(WebApplication app, string what, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new StartFailedException($"{what} cannot listen: {taken.Message} Choose another port, or 0 for a free one.");
        }

        return new Uri(app.Urls.Single());
    }
}
