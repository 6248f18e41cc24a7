using Notifieringar.Model;

namespace Notifieringar.Web.Staff;

/// <summary>Addresses and numbers as one reads them aloud.</summary>
internal static class StaffContacts
{
    private const string Sweden = "+46";
    private const int MobileLength = 12;

    /// <summary>On one line: c/o, street, code and town.</summary>
    public static string Address(PostalAddress address)
    {
        var code = address is { IsForeign: false, PostalCode: { Length: 5 } five } ? $"{five[..3]} {five[3..]}" : address.PostalCode;
        string?[] parts = [address.CareOf is { } care ? $"c/o {care}" : null, address.Street, $"{code} {address.Town}".Trim(), address.Country];
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    /// <summary>A Swedish mobile number in its groups, for example 070-174 06 05; any other as it is dialled.</summary>
    public static string Phone(string e164) => e164.StartsWith($"{Sweden}7", StringComparison.Ordinal) && e164.Length == MobileLength
        ? $"0{e164[3..5]}-{e164[5..8]} {e164[8..10]} {e164[10..]}"
        : e164;
}
