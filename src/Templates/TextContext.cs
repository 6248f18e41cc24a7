using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Notifieringar.Templates;

/// <summary>One rendering: limits, escaping and the rule that nothing is silently empty.</summary>
internal sealed class TextContext : TemplateContext
{
    /// <summary>No notice is longer; what reaches it is a mistake in the text, and is refused instead of cut.</summary>
    public const int LongestText = 40_000;

    private readonly HandledAbsences _absences;
    private readonly bool _html;
    private readonly bool _rightToLeft;

    public TextContext(HandledAbsences absences, NoticeFacts facts, bool html, CancellationToken cancellationToken)
        : base(TextFunctions.Shared)
    {
        _absences = absences;
        _html = html;
        _rightToLeft = Languages.IsRightToLeft(facts.Language);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = 200;
        RecursiveLimit = 20;
        ObjectRecursionLimit = 5;
        LimitToString = LongestText;
        RegexTimeOut = TimeSpan.FromMilliseconds(200);
        CancellationToken = cancellationToken;
        TryGetVariable = NoteUndefined;
        PushGlobal(TextModel.From(facts));
        PushGlobal(Own);
    }

    /// <summary>The variables the text itself sets, apart from the facts.</summary>
    public ScriptObject Own { get; } = new();

    /// <summary>The first value that was asked for and not there; null when all were.</summary>
    public string? MissingPath { get; private set; }

    public override TemplateContext Write(SourceSpan span, object textAsObject) => textAsObject switch
    {
        PrintedValue value => Write(Print(value)),
        RawMarkup raw => Write(raw.Text),
        // A captured block: its text and its values were written by the rules above.
        IScriptOutput => base.Write(span, textAsObject),
        not null when _html => Write(HtmlText.Escape(ObjectToString(textAsObject))),
        _ => base.Write(span, textAsObject),
    };

    /// <summary>True when the text says itself what to do without the value read at a place.</summary>
    public bool AllowsAbsenceAt(SourceSpan span) => _absences.Include((span.IsEmpty ? CurrentSpan : span).Start.Offset);

    public ScriptRuntimeException Missing(SourceSpan span, string path)
    {
        MissingPath ??= path;
        return new ScriptRuntimeException(span, $"There is no value for {path}.");
    }

    private string Print(PrintedValue value) =>
        !_html ? value.Plain(_rightToLeft)
        : HtmlText.EndsInsideTag(Output.ToString() ?? "") ? HtmlText.Escape(value.ToString())
        : value.Html(_rightToLeft);

    private bool NoteUndefined(TemplateContext context, SourceSpan span, ScriptVariable variable, out object value) =>
        throw Missing(span, variable.Name);
}
