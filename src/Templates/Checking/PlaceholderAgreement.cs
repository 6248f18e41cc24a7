namespace Notifieringar.Templates.Checking;

/// <summary>Does a translation read what the Swedish text reads?</summary>
internal static class PlaceholderAgreement
{
    public static IEnumerable<TextFinding> Between(CheckedText text, CheckedText swedish)
    {
        if (text.Page is null || swedish.Page is null)
        {
            yield break;
        }

        var here = Placeholders.Of(text.Read);
        var there = Placeholders.Of(swedish.Read);
        foreach (var path in there.Except(here))
        {
            yield return text.Finding(
                TextFindingCode.PlaceholderMissing,
                FindingWeight.Error,
                SourcePlace.Start,
                $"Den svenska texten har med ”{path}”, men det saknas här.",
                $"Lägg till {{{{ {path} }}}} där det passar, så att alla får veta samma sak.");
        }

        foreach (var path in here.Except(there))
        {
            yield return text.Finding(
                TextFindingCode.PlaceholderExtra,
                FindingWeight.Error,
                text.Read.All.First(read => Placeholders.Value(read.Path) == path).Place,
                $"Den svenska texten har inte med ”{path}”.",
                "Ta bort det här, eller lägg till det i den svenska texten.");
        }
    }
}
