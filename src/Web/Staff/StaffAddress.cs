using Notifieringar.Model;

namespace Notifieringar.Web.Staff;

/// <summary>Addresses and numbers as staff read them.</summary>
internal static class StaffAddress
{
    /// <summary>An address on one line.</summary>
    public static string Line(PostalAddress? address) => address is null
        ? StaffWords.Current["noAddress"]
        : string.Join(", ", new[] { address.CareOf is { } care ? $"c/o {care}" : null, address.Street, $"{address.PostalCode} {address.Town}".Trim(), address.Country }
            .Where(part => !string.IsNullOrWhiteSpace(part)));
}
