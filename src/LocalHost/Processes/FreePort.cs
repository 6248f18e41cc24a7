using System.Net;
using System.Net.Sockets;

namespace Notifieringar.LocalHost.Processes;

/// <summary>Loopback ports that nobody listens on at this moment.</summary>
internal static class FreePort
{
    public static int Take() => Take(1)[0];

    /// <summary>Held together until all are known, so that no two of them are the same.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            return [.. listeners.Select(listener =>
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            })];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }
}
