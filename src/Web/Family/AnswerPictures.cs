namespace Notifieringar.Web.Family;

/// <summary>Pictures on the buttons of answers, for those who read none of the languages well. They stand in the page and say nothing that the
/// words beside them do not.</summary>
internal static class AnswerPictures
{
    /// <summary>A house with a heart: you are welcome.</summary>
    public static string Welcome { get; } = Of("M5 24 24 8l19 16M10 20v20h28V20M24 36c-6-4-7.5-6.5-7.5-9a3.8 3.8 0 0 1 7.5-1.2A3.8 3.8 0 0 1 31.5 27c0 2.5-1.5 5-7.5 9z");

    /// <summary>A tick: we come.</summary>
    public static string Coming { get; } = Of("M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36zM16 25l6 6 11-13");

    /// <summary>A calendar: another day.</summary>
    public static string AnotherDay { get; } = Of("M8 12h32v28H8zM8 20h32M16 7v9M32 7v9M16 27h.1M24 27h.1M32 27h.1M16 34h.1M24 34h.1");

    /// <summary>A bag with a book: collected at the library.</summary>
    public static string Bag { get; } = Of("M9 18h30l-3 23H12zM17 18v-4a7 7 0 0 1 14 0v4M18 26h12v9H18zM24 26v9");

    private static string Of(string path) => $"""<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path d="{path}"/></svg>""";
}
