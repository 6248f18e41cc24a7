using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Access;

/// <summary>A key to the API as its holder writes it: <c>nk.unit.name.secret</c>. Unit and name only say where to look.</summary>
/// <param name="Unit">The unit it claims.</param>
/// <param name="Name">Its name.</param>
/// <param name="Secret">256 random bits in base64url.</param>
internal sealed record ApiKeyText(UnitId Unit, string Name, string Secret)
{
    private const string Kind = "nk";
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int LongestName = 40;

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    public static ApiKeyText New(UnitId unit, string name) =>
        new(unit, name, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads a key; null for what is none.</summary>
    public static ApiKeyText? Parse(string text) =>
        text.Split('.') is [Kind, var unit, var name, { Length: SecretLength } secret] && IsName(unit) && IsName(name)
            ? new ApiKeyText(new UnitId(unit), name, secret)
            : null;

    /// <summary>Tells whether a text can name a key.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');

    public override string ToString() => $"{Kind}.{Unit}.{Name}.{Secret}";
}
