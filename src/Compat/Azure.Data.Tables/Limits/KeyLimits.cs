using System.Buffers;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>What a key may be: at most 512 characters (1 KiB), none of / \ # ? and no control characters (U+0000–1F, U+007F–9F).</summary>
internal static class KeyLimits
{
    private const int KeyLength = 512;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. "/\\#?", .. Enumerable.Range(0, 0x20).Select(code => (char)code), .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code)]);

    public static void Check(string name, string? key)
    {
        if (key is null)
        {
            throw Refusal.BadRequest(TableErrorCode.PropertiesNeedValue, $"The values are not specified for all properties in the entity: {name} is null.");
        }

        if (key.Length > KeyLength)
        {
            throw Refusal.BadRequest(TableErrorCode.KeyValueTooLarge, $"The {name} has {key.Length} characters; the limit is {KeyLength}.");
        }

        if (key.AsSpan().ContainsAny(Forbidden))
        {
            throw Refusal.BadRequest(TableErrorCode.OutOfRangeInput, $"The {name} has a character that keys cannot hold: / \\ # ? or a control character.");
        }
    }
}
