namespace Notifieringar.Web.Staff.Pages;

/// <summary>What stands with a row of the call list, in the reader's words: how an answer came, or which one came how. Other notes stand as they are.</summary>
internal static class CallNote
{
    public static string Of(string note)
    {
        var words = StaffWords.Current;
        return words.Find($"note.{note}") is { } how ? how
            : note.TrimEnd(')').Split(" (") is [var what, var by] && words.Find($"note.{what}") is { } answer && words.Find($"note.{by}") is { } channel ? $"{answer}, {channel}"
            : note;
    }
}
