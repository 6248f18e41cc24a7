namespace Notifieringar.Web.Family;

/// <summary>Asks whether a family wants to hear nothing more at all, and says that it will not. Looking stops nothing.</summary>
internal static class StopPage
{
    public const string Field = "stop";

    public static string Ask(string language)
    {
        var text = FamilyText.In(language);
        return PageLayout.Render(language, text.StopHeading, $"""
            <h1>{PageHtml.Encode(text.StopHeading)}</h1>
            <p>{PageHtml.Encode(text.Stop)}</p>
            <form method="post">{InvitationPage.Button(AnswerForm.Stop, text.StopButton, isFirst: true)}</form>
            <p><a href="?{PageLanguage.Parameter}={language}">{PageHtml.Encode(text.Back)}</a></p>
            """, $"{Field}=1");
    }

    public static string Done(string language)
    {
        var text = FamilyText.In(language);
        return PageLayout.Render(language, text.UnsubscribedHeading, $"""
            <h1>{PageHtml.Encode(text.UnsubscribedHeading)}</h1>
            <p class="said" role="status">{PageHtml.Encode(text.Stopped)}</p>
            """);
    }
}
