using Notifieringar.Model;

namespace Notifieringar.Templates.Checking;

/// <summary>Does an e-mail set its subject?</summary>
internal static class EmailSubject
{
    public static IEnumerable<TextFinding> In(CheckedText text)
    {
        if (text.Text.Key.Channel == Channel.Email && text.Page is not null && !text.Read.Sets("subject"))
        {
            yield return text.Finding(
                TextFindingCode.NoSubject,
                FindingWeight.Error,
                SourcePlace.Start,
                "E-posten har ingen ämnesrad.",
                "Börja texten med {{ capture subject }}Ämnet{{ end }}.");
        }
    }
}
