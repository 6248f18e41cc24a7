using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Answers;

/// <summary>Answer codes: an HMAC of person, occasion and sequence, derived when a text is written and stored nowhere.</summary>
public sealed class AnswerCodes
{
    // No vowels, so no words; no 0, 1, 5, 2, so nothing looks like O, I, S, Z when typed from paper.
    private const string Alphabet = "346789BCDFGHJKLMNPQRTVWXY";
    private const int Length = 10;
    private readonly byte[] _key;

    /// <summary>Makes codes with a secret.</summary>
    /// <param name="key">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public AnswerCodes(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Length >= 32 ? key : throw new ArgumentException("AnswerCodes__Key must be at least 32 random bytes in base64.", nameof(key));
    }

    /// <summary>The code of an invitation.</summary>
    /// <param name="person">The person.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="sequence">The invitation's sequence.</param>
    /// <returns>Ten letters and digits, about 46 bits.</returns>
    public string CodeOf(PersonId person, OccasionId occasion, int sequence)
    {
        var mac = HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes($"{person}~{occasion}~{sequence}"));
        return string.Create(Length, mac, static (code, bytes) =>
        {
            var number = new System.Numerics.BigInteger(bytes, isUnsigned: true);
            for (var place = 0; place < code.Length; place++)
            {
                number = System.Numerics.BigInteger.DivRem(number, Alphabet.Length, out var sign);
                code[place] = Alphabet[(int)sign];
            }
        });
    }

    /// <summary>The code as it is printed, in two groups that are easy to type.</summary>
    /// <param name="code">The code.</param>
    /// <returns>For example <c>346FH-9KQRT</c>.</returns>
    public static string Printed(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
    }

    /// <summary>The hash under which a code is found, of the code as printed or as typed.</summary>
    /// <param name="typed">What was typed or scanned.</param>
    /// <returns>Lower-case hex; null when it cannot be a code.</returns>
    public static string? HashOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal))
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)))
            : null;
    }
}
