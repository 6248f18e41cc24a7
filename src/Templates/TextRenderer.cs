using Notifieringar.Model;
using Scriban.Parsing;

namespace Notifieringar.Templates;

/// <summary>Writes texts. One instance serves all threads and remembers parsed texts by their content.</summary>
/// <param name="time">Real time, for the deadline of a rendering.</param>
public sealed class TextRenderer(TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly ParsedTexts _parsed = new();

    /// <summary>Writes one text for one recipient. Values are escaped for the channel; an absent value is never silently empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facts">What it may say.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The text, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RenderOutcome Render(TemplateText text, NoticeFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        if (text.Source.Length > ParsedTexts.LongestSource)
        {
            return new RenderOutcome.BrokenTemplate(0, 0, $"The template is longer than {ParsedTexts.LongestSource} characters.");
        }

        var parsed = _parsed[text.Source];
        if (parsed.Template.HasErrors)
        {
            return Broken(parsed.Template.Messages.First(message => message.Type == ParserMessageType.Error));
        }

        if (parsed.IsTooDeep)
        {
            return new RenderOutcome.BrokenTemplate(0, 0, "The template is too deeply nested.");
        }

        using var late = new CancellationTokenSource(Deadline, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var outcome = Write(parsed, text, facts, stop.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome;
    }

    private static RenderOutcome Write(ParsedText parsed, TemplateText text, NoticeFacts facts, CancellationToken stop)
    {
        var html = text.Key.Channel != Channel.Sms;
        var body = WrittenText.From(parsed, facts, html, stop);
        if (body.Refused is { } refused)
        {
            return refused;
        }

        if (text.Key.Channel != Channel.Email)
        {
            return new RenderOutcome.Rendered(new RenderedText(null, body.Body, null));
        }

        // Once more as plain text, for the subject: the same value is written differently in it.
        var plain = WrittenText.From(parsed, facts, html: false, stop);
        return plain switch
        {
            { Refused: { } refusedPlain } => refusedPlain,
            { Subject.Length: 0 } => new RenderOutcome.BrokenTemplate(1, 1, "An e-mail sets its subject: {{ capture subject }}…{{ end }}."),
            _ => new RenderOutcome.Rendered(
                new RenderedText(plain.Subject, body.Body, HtmlToPlain.Convert(body.Body, Languages.IsRightToLeft(facts.Language)))),
        };
    }

    private static RenderOutcome.BrokenTemplate Broken(LogMessage message) =>
        new(message.Span.Start.Line + 1, message.Span.Start.Column + 1, message.Message);
}
