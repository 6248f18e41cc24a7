namespace Azure.Data.Tables.Limits;

/// <summary>What a table may be called: 3 to 63 letters and digits, a letter first.</summary>
internal static class TableLimits
{
    public static void CheckName(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        if (tableName.Length is < 3 or > 63)
        {
            throw Refusal.With(400, "OutOfRangeInput", "The specified resource name length is not within the permissible limits.");
        }

        if (!char.IsAsciiLetter(tableName[0]) || !tableName.All(char.IsAsciiLetterOrDigit))
        {
            throw Refusal.With(400, "InvalidResourceName", "The specified resource name contains invalid characters.");
        }
    }
}
