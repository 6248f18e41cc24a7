using System.Collections.Immutable;
using NodaTime;
using Scriban.Runtime;

namespace Notifieringar.Templates;

/// <summary>The facts of a notice under the names a text knows them by; docs/templates-model.md lists them.</summary>
internal static class TextModel
{
    public static ScriptObject From(NoticeFacts facts)
    {
        var phrases = PhraseTable.For(facts.Language);
        return new ModelObject("")
        {
            ["guardian"] = new ModelObject("guardian") { ["name"] = Value(facts.GuardianName, Isolation.FirstStrong) },
            ["recipient"] = new ModelObject("recipient") { ["name"] = Value(facts.GuardianName, Isolation.FirstStrong) },
            ["children"] = Children(facts.ChildNames, phrases),
            ["visit"] = Visit(facts, phrases),
            ["occasion"] = Occasion(facts, phrases),
            ["campaign"] = new ModelObject("campaign")
            {
                ["text"] = Value(facts.Campaign?.Text, Isolation.FirstStrong),
                ["link"] = Value(facts.Campaign?.Link, Isolation.LeftToRight),
            },
            ["sender"] = new ModelObject("sender")
            {
                ["name"] = Value(facts.SenderName, Isolation.FirstStrong),
                ["phone"] = Value(facts.Phone, Isolation.LeftToRight),
            },
            ["answer"] = new ModelObject("answer")
            {
                ["url"] = Value(facts.AnswerUrl, Isolation.LeftToRight),
                ["code"] = Value(facts.ShortCode, Isolation.LeftToRight),
            },
        };
    }

    private static ModelObject Children(ImmutableArray<string> names, PhraseTable phrases)
    {
        var clean = names.Select(Bidi.Clean).Where(name => name.Length > 0).ToImmutableArray();
        return new ModelObject("children")
        {
            ["names"] = clean.IsEmpty ? null : new PrintedValue(phrases.ListParts(clean)),
            ["count"] = clean.Length,
        };
    }

    private static ModelObject Visit(NoticeFacts facts, PhraseTable phrases)
    {
        var visit = new ModelObject("visit");
        SetTime(visit, facts, phrases);
        visit["at_your_home"] = facts.AtYourHome;
        visit["comes_unless_no"] = facts.ComesUnlessNo;
        return visit;
    }

    private static ModelObject Occasion(NoticeFacts facts, PhraseTable phrases)
    {
        var about = facts.Occasion;
        var occasion = new ModelObject("occasion");
        SetTime(occasion, facts, phrases);
        occasion["place"] = Value(about?.Place, Isolation.FirstStrong);
        occasion["last_day"] = about?.LastDay is { } last ? new PrintedValue(phrases.DateParts(last)) : null;
        occasion["short_last_day"] = about?.LastDay is { } day ? new PrintedValue(phrases.ShortDate(day), Isolation.None) : null;
        occasion["items"] = Number(about?.Items);
        occasion["session"] = Number(about?.Session);
        occasion["sessions"] = Number(about?.Sessions);
        return occasion;
    }

    private static void SetTime(ModelObject of, NoticeFacts facts, PhraseTable phrases)
    {
        of["date"] = facts.Starts is { } starts ? new PrintedValue(phrases.DateParts(starts.Date)) : null;
        of["short_date"] = Moment(facts, starts => phrases.ShortDate(starts.Date), Isolation.None);
        of["weekday"] = Moment(facts, starts => phrases.Weekday(starts.Date), Isolation.None);
        of["time"] = Moment(facts, starts => phrases.Time(starts.TimeOfDay), Isolation.LeftToRight);
        of["minutes"] = Number(facts.Minutes);
    }

    private static int? Number(int? number) => number > 0 ? number : null;

    private static PrintedValue? Moment(NoticeFacts facts, Func<LocalDateTime, string> write, Isolation isolation) =>
        facts.Starts is { } starts ? new PrintedValue(write(starts), isolation) : null;

    private static PrintedValue? Value(string? text, Isolation isolation) =>
        text is not null && Bidi.Clean(text) is { Length: > 0 } clean ? new PrintedValue(clean, isolation) : null;
}
