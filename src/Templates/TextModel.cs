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
            ["children"] = Children(facts.ChildNames, phrases),
            ["visit"] = Visit(facts, phrases),
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

    private static ModelObject Visit(NoticeFacts facts, PhraseTable phrases) => new("visit")
    {
        ["date"] = facts.Starts is { } starts ? new PrintedValue(phrases.DateParts(starts.Date)) : null,
        ["short_date"] = Moment(facts, starts => phrases.ShortDate(starts.Date), Isolation.None),
        ["weekday"] = Moment(facts, starts => phrases.Weekday(starts.Date), Isolation.None),
        ["time"] = Moment(facts, starts => phrases.Time(starts.TimeOfDay), Isolation.LeftToRight),
        ["minutes"] = facts.Minutes > 0 ? facts.Minutes : null,
        ["at_your_home"] = facts.AtYourHome,
        ["comes_unless_no"] = facts.ComesUnlessNo,
    };

    private static PrintedValue? Moment(NoticeFacts facts, Func<LocalDateTime, string> write, Isolation isolation) =>
        facts.Starts is { } starts ? new PrintedValue(write(starts), isolation) : null;

    private static PrintedValue? Value(string? text, Isolation isolation) =>
        text is not null && Bidi.Clean(text) is { Length: > 0 } clean ? new PrintedValue(clean, isolation) : null;
}
