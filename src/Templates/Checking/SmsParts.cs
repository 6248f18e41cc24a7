namespace Notifieringar.Templates.Checking;

/// <summary>How many parts does an SMS need at its longest?</summary>
internal static class SmsParts
{
    public static SmsLength? Of(CheckedText text) =>
        text.IsSms && text.Page is { } page ? SmsLength.Count(new LongestForm(text.Text).Of(page)) : null;

    public static IEnumerable<TextFinding> In(CheckedText text)
    {
        if (Of(text) is not { Segments: > 1 } length)
        {
            yield break;
        }

        var room = length.Encoding == SmsEncoding.Gsm7 ? 160 : 70;
        yield return text.Finding(
            TextFindingCode.SmsParts,
            FindingWeight.Warning,
            SourcePlace.Start,
            $"Texten kan bli {length.Units} tecken lång, och det blir {length.Segments} sms att betala för.",
            $"Korta den med {length.Units - room} tecken om den ska rymmas i ett sms.");
    }
}
