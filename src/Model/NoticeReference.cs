namespace Notifieringar.Model;

/// <summary>A notice named from outside its person: what providers send back in their receipts. It names nobody.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Person">The person.</param>
/// <param name="Key">The notice.</param>
public readonly record struct NoticeReference(UnitId Unit, PersonId Person, NoticeKey Key)
{
    private const int Longest = 300; // well within a row key

    /// <summary>Reads a reference written by <see cref="ToString"/>. What comes from outside may be anything.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False when the text is not a reference.</returns>
    public static bool TryParse(string? text, out NoticeReference reference)
    {
        reference = default;
        var parts = text?.Split('~', 3) ?? [];
        if (parts.Length != 3 || text!.Length > Longest || !IsName(parts[0]) || !Ids.IsWellFormed(parts[1])
            || !parts[2].All(sign => IsName(sign) || sign == '~') || !NoticeKey.TryParse(parts[2], out var key))
        {
            return false;
        }

        reference = new NoticeReference(new UnitId(parts[0]), new PersonId(parts[1]), key);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Unit}~{Person}~{Key}";

    private static bool IsName(string text) => text.Length > 0 && text.All(IsName);

    private static bool IsName(char sign) => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-';
}
