using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Notifieringar.LocalHost.Emulator;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>
/// Stands between the function process and the storage emulator, one port for each service, and misbehaves as planned. A
/// shared key signs the account and the path, not the host and port, so signatures made for these ports hold behind them.
/// </summary>
internal sealed class StorageFaultProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StorageForwarder _forwarder;
    private readonly ConnectionList _connections = new();
    private readonly Dictionary<int, StorageService> _services;
    private readonly long[] _calls = new long[Enum.GetValues<StorageService>().Length];
    private readonly TimeProvider _time;
    private readonly BusyTime _busy;

    private StorageFaultProxy(StorageEmulator emulator, TimeProvider time)
    {
        (_time, _busy) = (time, new BusyTime(time));
        _forwarder = new StorageForwarder(emulator);
        var ports = FreePort.Take(_calls.Length);
        _services = Enum.GetValues<StorageService>().ToDictionary(service => ports[(int)service]);
        ConnectionString = StorageEmulator.BuildConnectionString(ports[0], ports[1], ports[2]);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var port in ports)
            {
                kestrel.Listen(IPAddress.Loopback, port, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    listen.Use(_connections.Watch);
                });
            }
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(TimedAsync);
    }

    /// <summary>The emulator's, by way of here.</summary>
    public string ConnectionString { get; }

    public StorageFaults Faults { get; } = new();

    public static async Task<StorageFaultProxy> StartAsync(StorageEmulator emulator, TimeProvider time, CancellationToken cancellationToken)
    {
        var proxy = new StorageFaultProxy(emulator, time);
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    /// <summary>How many calls of a service have come in so far, tries again and failed ones counted.</summary>
    public long Calls(StorageService service) => Interlocked.Read(ref _calls[(int)service]);

    /// <summary>How long at least one call has been waiting for its answer, so far.</summary>
    public TimeSpan Busy => _busy.Total;

    /// <summary>Tears every open connection, idle or in the middle of a call.</summary>
    public void DropConnections() => _connections.Abort();

    public async ValueTask DisposeAsync()
    {
        DropConnections();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _forwarder.Dispose();
    }

    private async Task TimedAsync(HttpContext context)
    {
        _busy.Begin();
        try
        {
            await HandleAsync(context);
        }
        finally
        {
            _busy.End();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var service = _services[context.Connection.LocalPort];
        Interlocked.Increment(ref _calls[(int)service]);
        var fault = Faults.Take(service, context.Request.Method);
        switch (fault?.Kind)
        {
            case StorageFaultKind.ServerError:
                await StorageErrorBody.WriteAsync(context, service, StatusCodes.Status500InternalServerError, "InternalError");
                break;
            case StorageFaultKind.ServerBusy:
                await StorageErrorBody.WriteAsync(context, service, StatusCodes.Status503ServiceUnavailable, "ServerBusy");
                break;
            case StorageFaultKind.DropBefore:
                context.Abort();
                break;
            case StorageFaultKind.DropAfter:
                // Done to the end whatever the caller does, and nothing of the answer gets out.
                context.Response.Body = Stream.Null;
                await ForwardAsync(context, service);
                context.Abort();
                break;
            case StorageFaultKind.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), _time, context.RequestAborted);
                await ForwardAsync(context, service);
                break;
            default:
                await ForwardAsync(context, service);
                break;
        }
    }

    private async Task ForwardAsync(HttpContext context, StorageService service)
    {
        try
        {
            await _forwarder.ForwardAsync(context, service);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The emulator is not there, or went in the middle: to the caller that is a connection that breaks.
            context.Abort();
        }
    }
}
