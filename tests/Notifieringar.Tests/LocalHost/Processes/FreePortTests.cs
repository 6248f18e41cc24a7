using System.Net;
using System.Net.Sockets;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.Tests.LocalHost.Processes;

public sealed class FreePortTests
{
    [Fact]
    public void Take_Several_AreDifferentAndBelowThoseOfOutgoingConnections()
    {
        var ports = FreePort.Take(50);

        Assert.Equal(50, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 16_384, 32_767));
    }

    [Fact]
    public void Take_APort_CanBeListenedOn()
    {
        using var listener = new TcpListener(IPAddress.Loopback, FreePort.Take());

        listener.Start();

        Assert.True(listener.Server.IsBound);
    }
}
