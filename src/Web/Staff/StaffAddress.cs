using Notifieringar.Model;

namespace Notifieringar.Web.Staff;

/// <summary>Addresses and numbers as staff read them.</summary>
internal static class StaffAddress
{
    private const string SwedishMobile = "+467";
    private const int MobileLength = 12;
    private const int CodeLength = 5;

    /// <summary>An address on one line.</summary>
    public static string Line(PostalAddress? address)
    {
        if (address is null)
        {
            return StaffWords.Current["noAddress"];
        }

        var code = address is { IsForeign: false, PostalCode: { Length: CodeLength } five } ? $"{five[..3]} {five[3..]}" : address.PostalCode;
        string?[] parts = [address.CareOf is { } care ? $"c/o {care}" : null, address.Street, $"{code} {address.Town}".Trim(), address.Country];
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    /// <summary>A Swedish mobile number in its groups, for example 070-174 06 05; any other as it is dialled.</summary>
    public static string Phone(string e164) => e164.StartsWith(SwedishMobile, StringComparison.Ordinal) && e164.Length == MobileLength
        ? $"0{e164[3..5]}-{e164[5..8]} {e164[8..10]} {e164[10..]}"
        : e164;
}
