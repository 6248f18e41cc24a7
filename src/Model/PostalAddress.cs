namespace Notifieringar.Model;

/// <summary>A postal address, Swedish unless <see cref="Country"/> says otherwise.</summary>
/// <param name="CareOf">The c/o line, without "c/o"; null when none.</param>
/// <param name="Street">Street, box or place.</param>
/// <param name="PostalCode">Five digits; as written abroad.</param>
/// <param name="Town">Town.</param>
/// <param name="Country">Country; null for Sweden.</param>
public sealed record PostalAddress(string? CareOf, string? Street, string? PostalCode, string? Town, string? Country)
{
    /// <summary>True when a letter can be delivered: there is a place, a code and a town, and no reason not to write there.</summary>
    public bool IsDeliverable => Street is not null && HasPostalCode && Town is not null && !HasNoFixedAddress && !IsForwardingOfProtected;

    /// <summary>True when the code is one that its country's post can use.</summary>
    public bool HasPostalCode => PostalCode is not null && (IsForeign || (PostalCode.Length == 5 && PostalCode.All(char.IsAsciiDigit)));

    /// <summary>True when the letter goes abroad.</summary>
    public bool IsForeign => Country is not null;

    /// <summary>True when the register says that there is no address ("Skrivna på kommunen"), or says nothing.</summary>
    public bool HasNoFixedAddress =>
        (Street ?? CareOf) is null
        || AddressText.SaysNoFixedAddress(Street)
        || (Street is null && AddressText.SaysNoFixedAddress(CareOf));

    /// <summary>
    /// True for the address from which the Tax Agency forwards mail to people with protected population registration: Box 2820, 403 20
    /// Göteborg (skatteverket.se, "Skyddade personuppgifter"). Such a household is protected, flag or no flag; when in doubt it is true.
    /// </summary>
    public bool IsForwardingOfProtected =>
        AddressText.NamesForwardingBox(CareOf, Street, Town)
        && (PostalCode == "40320" || !HasPostalCode || AddressText.NamesTaxAgency(CareOf, Street, Town));

    /// <summary>Reads an address as it stands in a register or a spreadsheet.</summary>
    /// <param name="careOf">With or without "c/o".</param>
    /// <param name="street">Street, box or place; may begin with a c/o part and a comma.</param>
    /// <param name="postalCode">With or without a space and SE-; may hold the town too.</param>
    /// <param name="town">Town.</param>
    /// <param name="country">Country; Sweden may be named.</param>
    /// <returns>The address; null when every part is blank. A code that cannot be read is left out, so that it is not deliverable.</returns>
    public static PostalAddress? Parse(string? careOf, string? street, string? postalCode, string? town, string? country)
    {
        var abroad = AddressText.Country(country);
        var place = AddressText.Clean(street);
        var care = AddressText.CareOf(careOf);
        if (care is null)
        {
            (care, place) = AddressText.SplitCareOf(place);
        }

        var (code, codeTown) = AddressText.PostalCode(postalCode, domestic: abroad is null);
        var address = new PostalAddress(care, place, code, AddressText.Clean(town) ?? codeTown, abroad);
        return address == new PostalAddress(null, null, null, null, null) ? null : address;
    }

    /// <summary>
    /// The lines of the address window, none of them blank: name, c/o, street, <c>123 45 ORT</c>, and the country in capitals for mail abroad
    /// (SS 61 34 01; one space after the code, as the post now asks).
    /// </summary>
    /// <param name="recipientName">The addressee.</param>
    /// <returns>Two to five lines.</returns>
    public IReadOnlyList<string> Lines(string recipientName)
    {
        string?[] lines =
        [
            AddressText.Clean(recipientName),
            CareOf is null ? null : $"c/o {CareOf}",
            Street,
            AddressText.Clean($"{Code} {Town?.ToUpperInvariant()}"),
            Country?.ToUpperInvariant(),
        ];
        return [.. lines.OfType<string>()];
    }

    private string? Code => PostalCode is { Length: 5 } && !IsForeign ? $"{PostalCode.AsSpan(0, 3)} {PostalCode.AsSpan(3)}" : PostalCode;
}
