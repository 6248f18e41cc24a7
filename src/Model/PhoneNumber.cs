namespace Notifieringar.Model;

/// <summary>A phone number in E.164 form.</summary>
/// <param name="E164">Plus sign, country code and number, digits only.</param>
public readonly record struct PhoneNumber(string E164)
{
    private const string Sweden = "+46";

    /// <summary>True for a Swedish mobile number: 070, 072, 073, 076 or 079 and seven digits (the Post and Telecom Authority's numbering plan).</summary>
    public bool IsSwedishMobile => E164 is { Length: 12 } && E164.StartsWith("+467", StringComparison.Ordinal) && E164[4] is '0' or '2' or '3' or '6' or '9';

    /// <summary>
    /// True for a number worth sending SMS to: a Swedish mobile, or any foreign number. False for fixed lines and for the Swedish prefixes
    /// 071 (machines), 074 (paging), 075, 077 and 078.
    /// </summary>
    public bool CanReceiveSms => E164 is { Length: > 0 } && (IsSwedishMobile || !E164.StartsWith(Sweden, StringComparison.Ordinal));

    /// <summary>
    /// Reads a number as people and spreadsheets write it: <c>070-174 06 05</c>, <c>+46 (0)70 …</c>, <c>0046…</c>, <c>46 70…</c>,
    /// a lost leading zero (<c>701740605</c>), a number shown as <c>7,01740605E+08</c>, and foreign numbers with their country code.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; empty when there is none.</param>
    /// <param name="problemCode">One of <see cref="ContactProblems"/>; null when it could be read.</param>
    /// <returns>True when it could be read, also when it cannot receive SMS.</returns>
    public static bool TryParse(string? text, out PhoneNumber number, out string? problemCode)
    {
        number = default;
        problemCode = PhoneText.Read(text, out var e164);
        if (problemCode is null)
        {
            number = new PhoneNumber(e164);
        }

        return problemCode is null;
    }
}
