using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Notifieringar.LocalHost.Processes;

/// <summary>
/// Loopback ports that nobody listens on at this moment. They lie below those that systems give to outgoing connections, so
/// that a port is still free a moment later, and again after a child that listened on it was away for a while.
/// </summary>
internal static class FreePort
{
    private const int First = 16_384;
    private const int Last = 32_767;
    private const int MostAttempts = 100;

    public static int Take() => Take(1)[0];

    /// <summary>Held together until all are known, so that no two of them are the same.</summary>
    public static int[] Take(int count)
    {
        var listeners = new List<TcpListener>();
        try
        {
            while (listeners.Count < count)
            {
                listeners.Add(Listen());
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private static TcpListener Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(First, Last + 1));
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException) when (attempt < MostAttempts)
            {
                listener.Dispose();
            }
        }
    }
}
