using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>Keys for households and children whose source has none: the same words give the same key in every file.</summary>
internal static class Reference
{
    private const int KeyBytes = 16;
    private const int StackChars = 512;

    public static string Derive(params ReadOnlySpan<string?> words)
    {
        var text = new StringBuilder(StackChars);
        foreach (var word in words)
        {
            text.Append(word is null ? null : Garbled.Whole(word).Normalize(NormalizationForm.FormC).ToUpperInvariant()).Append('\n');
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return Convert.ToHexStringLower(hash[..KeyBytes]);
    }
}
