namespace Notifieringar.Web.Family;

/// <summary>Pages without an invitation. They know no family and no library, so they name neither.</summary>
internal static class MessagePage
{
    /// <summary>Asks for the code of a letter.</summary>
    public static string Ask(PageLanguage language, bool isWrong)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.AskHeading, $"""
            <h1>{PageHtml.Encode(text.AskHeading)}</h1>
            {Form(language, isWrong ? text.AskWrong : null)}
            """);
    }

    /// <summary>No invitation has the code: perhaps it was mistyped.</summary>
    public static string Unknown(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.UnknownHeading, Words(text.UnknownHeading, text.Unknown) + Form(language, wrong: null));
    }

    /// <summary>One page for a visit that has begun, a replaced code and a silenced family, so that it does not tell which.</summary>
    public static string Closed(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.ClosedHeading, Words(text.ClosedHeading, text.Closed));
    }

    /// <summary>Too many codes that do not exist.</summary>
    public static string TooMany(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.TooManyHeading, Words(text.TooManyHeading, text.TooMany));
    }

    /// <summary>The answer could not be stored.</summary>
    public static string Busy(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.BusyHeading, Words(text.BusyHeading, text.Busy));
    }

    private static string Words(string heading, string words) => $"""
        <h1>{PageHtml.Encode(heading)}</h1>
        <p>{PageHtml.Encode(words)}</p>

        """;

    private static string Form(PageLanguage language, string? wrong)
    {
        var text = FamilyText.In(language.Tag);
        var problem = wrong is null ? "" : $"""<p class="wrong" id="wrong" role="alert">{PageHtml.Encode(wrong)}</p>""";
        var state = wrong is null ? "" : " aria-invalid=\"true\"";
        var described = wrong is null ? "hint" : "wrong hint";
        var chosen = language.IsAsked ? $"""<input type="hidden" name="lang" value="{language.Tag}">""" : "";
        return $"""
            <form method="get" action="{FamilyPages.Path}">{problem}
            <label for="typed">{PageHtml.Encode(text.AskLabel)}</label>
            <p class="hint" id="hint">{PageHtml.Encode(text.AskHint)}</p>
            <input type="text" id="typed" name="{FamilyPages.TypedCode}" dir="ltr" required maxlength="24" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="{described}"{state}>
            {chosen}<button class="first">{PageHtml.Encode(text.AskButton)}</button></form>
            """;
    }
}
