using System.Globalization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>What a row may hold.</summary>
internal static class EntityLimits
{
    public const int NameLength = 255;
    private const int OwnProperties = 252;
    private const long RowSize = 1024 * 1024;
    private const int TextLength = 32 * 1024;
    private const int BinaryLength = 64 * 1024;
    private static readonly DateTimeOffset FirstMoment = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void CheckName(string name)
    {
        if (name.Length > NameLength)
        {
            throw Refusal.BadRequest(TableErrorCode.PropertyNameTooLong, $"A property name has {name.Length} characters; the limit is {NameLength}.");
        }

        if (!IsIdentifier(name))
        {
            throw Refusal.BadRequest(TableErrorCode.PropertyNameInvalid, $"The property name '{name}' is not an identifier.");
        }
    }

    public static void CheckText(string name, string value)
    {
        if (value.Length > TextLength)
        {
            throw TooLarge(name);
        }
    }

    public static void CheckBinary(string name, ReadOnlySpan<byte> value)
    {
        if (value.Length > BinaryLength)
        {
            throw TooLarge(name);
        }
    }

    public static void CheckMoment(string name, DateTimeOffset value)
    {
        if (value < FirstMoment)
        {
            throw Refusal.BadRequest(TableErrorCode.OutOfRangeInput, $"The moment in '{name}' is before the year 1601.");
        }
    }

    public static void CheckRow(int properties, long size)
    {
        if (properties > OwnProperties)
        {
            throw Refusal.BadRequest(TableErrorCode.TooManyProperties, $"The entity has {properties} properties of its own; the limit is {OwnProperties}.");
        }

        if (size > RowSize)
        {
            throw Refusal.BadRequest(TableErrorCode.EntityTooLarge, $"The entity takes {size} bytes; the limit is {RowSize}.");
        }
    }

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !IsIdentifierPart(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIdentifierPart(char letter) => char.IsLetter(letter) || char.GetUnicodeCategory(letter)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static RequestFailedException TooLarge(string name) =>
        Refusal.BadRequest(TableErrorCode.PropertyValueTooLarge, $"The value of '{name}' exceeds 64 KiB, which is 32768 characters of text.");
}
