using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed text. It does not change, so threads can render it at the same time, each with a context of its own.</summary>
public class Template
{
    private const int LargestKeptBuilder = 32 * 1024;

    [ThreadStatic]
    private static StringBuilder _spareBuilder;

    private Template(string sourceFilePath, ParserOptions parserOptions, LexerOptions lexerOptions)
    {
        SourceFilePath = sourceFilePath;
        ParserOptions = parserOptions;
        LexerOptions = lexerOptions;
    }

    /// <summary>The path given to the parser, or null.</summary>
    public string SourceFilePath { get; }

    /// <summary>How the text was parsed.</summary>
    public ParserOptions ParserOptions { get; }

    /// <summary>How the text was read.</summary>
    public LexerOptions LexerOptions { get; }

    /// <summary>The syntax tree; null when there are errors.</summary>
    public ScriptPage Page { get; private init; }

    /// <summary>Whether the text cannot be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>What the parser found, in the order it was found.</summary>
    public LogMessageBag Messages { get; private init; }

    /// <summary>Parses a text; null is empty.</summary>
    public static Template Parse(
        string text, string sourceFilePath = null, ParserOptions parserOptions = null, LexerOptions lexerOptions = null)
    {
        parserOptions ??= ParserOptions.Standard;
        lexerOptions ??= LexerOptions.Standard;
        using var lexer = new Lexer(text ?? string.Empty, sourceFilePath ?? "<input>", lexerOptions);
        var parser = new Parser(text ?? string.Empty, lexer, parserOptions, lexerOptions.Mode);
        var page = parser.Run();
        return new Template(sourceFilePath, parserOptions, lexerOptions)
        {
            Messages = parser.Messages,
            Page = parser.Messages.HasErrors ? null : page,
        };
    }

    /// <summary>The value of a script's last statement.</summary>
    public static object Evaluate(string expression, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Parse(expression, lexerOptions: Functions.ObjectFunctions.CodeOnly).Evaluate(context);
    }

    /// <summary>The text rendered with a model, whose members are the global variables.</summary>
    public string Render(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        Render(ContextOf(model, memberRenamer, memberFilter));

    /// <summary>The text rendered in a context.</summary>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        CheckErrors();
        if (context.OutputCount > 0)
        {
            return RenderTo(context);
        }

        var builder = _spareBuilder ?? new StringBuilder(1024);
        _spareBuilder = null;
        context.PushOutput(new StringBuilderOutput(builder));
        try
        {
            return RenderTo(context);
        }
        finally
        {
            context.PopOutput();
            if (builder.Capacity <= LargestKeptBuilder)
            {
                _spareBuilder = builder.Clear();
            }
        }
    }

    /// <summary>The value of the last statement; nothing is printed.</summary>
    public object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        CheckErrors();
        var outer = context.EnableOutput;
        var flow = context.FlowState;
        context.EnableOutput = false;
        context.BeginRun();
        try
        {
            return context.Evaluate(Page);
        }
        finally
        {
            context.EndRun();
            context.EnableOutput = outer;
            context.FlowState = flow;
        }
    }

    /// <summary>The value of the last statement with a model; nothing is printed.</summary>
    public object Evaluate(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        Evaluate(ContextOf(model, memberRenamer, memberFilter));

    private static TemplateContext ContextOf(object model, MemberRenamerDelegate memberRenamer, MemberFilterDelegate memberFilter)
    {
        var global = new ScriptObject();
        global.Import(model, memberFilter, memberRenamer);
        var context = new TemplateContext { MemberFilter = memberFilter };
        if (memberRenamer is not null)
        {
            context.MemberRenamer = memberRenamer;
        }

        context.PushGlobal(global);
        return context;
    }

    private string RenderTo(TemplateContext context)
    {
        var output = context.Output;
        var builder = (output as StringBuilderOutput)?.Builder;
        var start = builder?.Length ?? 0;
        if (SourceFilePath is not null)
        {
            context.PushSourceFile(SourceFilePath);
        }

        context.BeginRun();
        try
        {
            var result = context.Evaluate(Page);
            if (result is not null && context.EnableOutput)
            {
                context.Write(Page.Span, result);
            }

            return builder is null ? output.ToString() : builder.ToString(start, builder.Length - start);
        }
        finally
        {
            context.EndRun();
            if (SourceFilePath is not null)
            {
                context.PopSourceFile();
            }

            if (builder is not null && builder.Length > start)
            {
                builder.Length = start;
            }
        }
    }

    private void CheckErrors()
    {
        if (HasErrors)
        {
            throw new InvalidOperationException(
                $"This template has errors. Check the <Template.HasErrors> and <Template.Messages> before evaluating a template. Messages:\n{Messages}");
        }
    }
}
