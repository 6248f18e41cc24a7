using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Family;

/// <summary>Where a request comes from, as far as it can be trusted.</summary>
internal static class ClientAddress
{
    private const int Network = 8;

    /// <summary>The last hop, which our own front end has written: what stands before it is the client's own claim.
    /// Of IPv6 the network's half, because a household has all of the other.</summary>
    public static string Of(HttpRequest request)
    {
        var hops = request.Headers["X-Forwarded-For"].ToString();
        var last = hops[(hops.LastIndexOf(',') + 1)..].Trim();
        var address = IPEndPoint.TryParse(last, out var hop) ? hop.Address : request.HttpContext.Connection.RemoteIpAddress;
        return address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Network)),
            _ => address.ToString(),
        };
    }
}
