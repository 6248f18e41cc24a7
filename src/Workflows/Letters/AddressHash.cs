using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Letters;

/// <summary>Tells whether a returned letter went to the address that is known now, without keeping the old one.</summary>
internal static class AddressHash
{
    public static string? Of(Person person) => person.Address is { } address
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', address.Lines("")))))
        : null;
}
