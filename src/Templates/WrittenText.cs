using Scriban.Syntax;

namespace Notifieringar.Templates;

/// <summary>A template run once, as HTML or as plain text.</summary>
/// <param name="Refused">Why there is no text; null when there is one.</param>
/// <param name="Body">The text.</param>
/// <param name="Subject">The subject it sets, on one line; empty when it sets none.</param>
internal sealed record WrittenText(RenderOutcome? Refused, string Body, string Subject)
{
    public static WrittenText From(ParsedText parsed, NoticeFacts facts, bool html, CancellationToken stop)
    {
        var context = new TextContext(parsed.Absences, facts, html, stop);
        try
        {
            var body = parsed.Template.Render(context).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            return body.Length switch
            {
                0 => Refusal("The text says nothing."),
                >= TextContext.LongestText => Refusal($"The text is longer than {TextContext.LongestText} characters."),
                _ => new WrittenText(null, body, OneLine(context.Own["subject"]?.ToString() ?? "")),
            };
        }
        catch (ScriptRuntimeException exception)
        {
            return context.MissingPath is { } path
                ? new WrittenText(new RenderOutcome.MissingValue(path), "", "")
                : Refusal(exception.OriginalMessage, exception.Span.Start.Line + 1, exception.Span.Start.Column + 1);
        }
    }

    private static WrittenText Refusal(string message, int line = 0, int column = 0) =>
        new(new RenderOutcome.BrokenTemplate(line, column, message), "", "");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
