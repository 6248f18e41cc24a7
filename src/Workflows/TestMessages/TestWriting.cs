using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Templates;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>What a test message is about.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Rules">The unit.</param>
/// <param name="Family">The invented family.</param>
/// <param name="Now">The time now.</param>
/// <param name="Given">The occasion; null for an invented one.</param>
internal sealed record TestCase(Programme Programme, UnitRules Rules, Recipient Family, Instant Now, Occasion? Given = null)
{
    public LocalDate Today => Stockholm.LocalOf(Now).Date;

    public Occasion Occasion => Given ?? TestOccasion.Of(Programme, Rules, Today);

    public Invitation Invitation => TestOccasion.InvitationTo(Occasion, Programme, Family);
}

/// <summary>Writes test messages as real ones are written, with a mark that nobody can miss.</summary>
/// <param name="writer">Texts.</param>
public sealed class TestWriting(NoticeWriter writer)
{
    /// <summary>Stands first in everything that is sent or printed for a test.</summary>
    public const string Mark = "[TEST]";

    /// <summary>Writes one text, without the mark.</summary>
    internal async Task<(RenderedText? Text, string Problem)> WriteAsync(TestCase about, TemplateText text, CancellationToken cancellation) =>
        await RenderAsync(about, text, cancellation).ConfigureAwait(false) switch
        {
            RenderOutcome.Rendered rendered => (rendered.Text, ""),
            RenderOutcome.MissingValue missing => (null, $"This family or occasion has no {missing.Path}. Let the text do without it."),
            RenderOutcome.BrokenTemplate broken => (null, $"Line {broken.Line}, column {broken.Column}: {broken.Message}"),
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };

    /// <summary>Writes one text, or says why it cannot be written.</summary>
    internal Task<RenderOutcome> RenderAsync(TestCase about, TemplateText text, CancellationToken cancellation) =>
        writer.RenderAsync(text, about.Family, about.Invitation, about.Occasion, about.Rules, cancellation);

    /// <summary>An SMS with the mark: on a line of its own where the text runs the other way.</summary>
    internal static string Sms(string language, string body) => $"{Mark}{(Languages.IsRightToLeft(language) ? '\n' : ' ')}{body}";

    /// <summary>Puts a letter together: marked in its date line, so that its pages break where they will.</summary>
    internal async Task<LetterToPrint> LetterAsync(TestCase about, TemplateText own, RenderedText words, RenderedText? swedish, CancellationToken cancellation)
    {
        var (person, address) = (about.Family.Person, about.Family.Person.Address!);
        var answer = await writer.AnswerWayAsync(person.Id, about.Invitation, cancellation).ConfigureAwait(false);
        var letter = LetterDocument.Of(
            "test",
            [.. address.Lines(person.FullName ?? "")],
            about.Rules,
            (Written(words, own.Key.Language), swedish is null ? null : Written(swedish, TextVersion.Swedish)),
            isLanguageUnknown: false,
            answer,
            about.Today);
        return letter with { DateLine = $"{Mark} {letter.DateLine}" };
    }

    private static WrittenNotice Written(RenderedText text, string language) => new(text, language, Version: "", FellBack: false);
}
