using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>The open connections, so that all of them can be torn at once, idle ones too.</summary>
internal sealed class ConnectionList
{
    private readonly ConcurrentDictionary<ConnectionContext, byte> _open = new();

    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        _open.TryAdd(connection, 0);
        try
        {
            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection, out _);
        }
    };

    public void Abort()
    {
        foreach (var connection in _open.Keys)
        {
            connection.Abort();
        }
    }
}
