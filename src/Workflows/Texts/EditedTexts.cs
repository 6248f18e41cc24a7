using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;

namespace Notifieringar.Workflows.Texts;

/// <summary>Puts together what an editor sees of a text.</summary>
internal static class EditedTexts
{
    public static EditedText Of(
        (Programme Programme, Step Step, TemplateKey Key) place,
        (StoredText? Current, IReadOnlyList<StoredText> Versions) own,
        (StoredText? Current, IReadOnlyList<StoredText> Versions) swedish,
        TextDraft? draft)
    {
        var (published, from) = (own.Current, swedish.Current);
        var isStale = published is not null && from is not null && SendableTexts.IsStale(Text(published), [Text(from)]);
        var earlier = isStale ? swedish.Versions.FirstOrDefault(version => version.Version == published!.TranslatedFrom) : null;
        return new EditedText(
            place.Programme,
            place.Step,
            place.Key,
            Seen(published),
            Seen(from),
            Seen(earlier),
            isStale,
            draft is null ? null : new DraftSeen(draft.Source, draft.By, draft.At, draft.Version),
            [.. own.Versions.OrderByDescending(version => version.At).Select(version => Seen(version)!)]);
    }

    private static TextVersionSeen? Seen(StoredText? text) =>
        text is null ? null : new TextVersionSeen(text.Version, text.Source, text.Shipped, text.Reviewed, text.By, text.At);

    private static TemplateText Text(StoredText text) => new(
        new TemplateKey(text.Programme, text.Step, text.Channel, text.Language), text.Version, text.Source, text.Reviewed, text.TranslatedFrom, text.Shipped);
}
