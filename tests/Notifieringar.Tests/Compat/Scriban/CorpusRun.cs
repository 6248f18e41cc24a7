using System.Text.Encodings.Web;
using System.Text.Json;
using Scriban;
using Scriban.Syntax;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>Runs a case and says how the result differs from the recorded one; null when it does not.</summary>
internal static class CorpusRun
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Template Parse(CorpusCase asked) => Template.Parse(
        asked.Template, asked.Option("sourcePath")?.GetString(), CorpusContext.ParserOptions(asked), CorpusContext.LexerOptions(asked));

    public static string? Difference(CorpusCase asked) => Difference(asked, Parse(asked));

    public static string? Difference(CorpusCase asked, Template template)
    {
        var actual = Run(asked, template);
        if (asked.Expected.TryGetProperty("output", out var output))
        {
            return actual == output.GetString() ? null : $"{asked.Id}: expected {Shown(output.GetString()!)} but got {Shown(actual)}";
        }

        var error = asked.Expected.GetProperty("error");
        var expected = Describe(
            error.GetProperty("kind").GetString()!,
            error.GetProperty("line").GetInt32(),
            error.GetProperty("column").GetInt32(),
            error.TryGetProperty("file", out var file) ? file.GetString() : null,
            error.TryGetProperty("exception", out var exception) ? exception.GetString() : null)
            + Inner(error);
        return actual.StartsWith(expected + ": ", StringComparison.Ordinal)
            ? null
            : $"{asked.Id}: expected {expected}: {error.GetProperty("message").GetString()} but got {Shown(actual)}";
    }

    private static string Run(CorpusCase asked, Template template)
    {
        if (template.HasErrors)
        {
            var first = template.Messages[0];
            var start = first.Span.Start;
            return Describe("parse", start.Line + 1, start.Column + 1, FileOf(first.Span.FileName), null) + ": " + first.Message;
        }

        var context = CorpusContext.Of(asked);
        try
        {
            return asked.Option("evaluate")?.GetBoolean() == true
                ? Evaluated(context, template.Evaluate(context))
                : template.Render(context);
        }
        catch (ScriptRuntimeException failure)
        {
            var start = failure.Span.Start;
            var inner = failure is ScriptParserRuntimeException { ParserMessages: [var first, ..] }
                ? $" inner {first.Span.FileName}({first.Span.Start.ToStringSimple()})"
                : string.Empty;
            return Describe("runtime", start.Line + 1, start.Column + 1, FileOf(failure.Span.FileName), failure.GetType().Name)
                + inner + ": " + failure.OriginalMessage;
        }
    }

    private static string Evaluated(TemplateContext context, object? value) =>
        value is null ? "null" : $"{context.GetTypeName(value)}: {context.ObjectToString(value, true)}";

    private static string? FileOf(string? name) => name == "<input>" ? null : name;

    private static string Describe(string kind, int line, int column, string? file, string? exception) =>
        $"{kind} error at {file}({line},{column}) {exception}".TrimEnd();

    private static string Inner(JsonElement error) => error.TryGetProperty("inner", out var inner)
        ? $" inner {inner.GetProperty("file").GetString()}({inner.GetProperty("line").GetInt32()},{inner.GetProperty("column").GetInt32()})"
        : string.Empty;

    private static string Shown(string text) => JsonSerializer.Serialize(text.Length > 600 ? text[..600] + "…" : text, Readable);
}
