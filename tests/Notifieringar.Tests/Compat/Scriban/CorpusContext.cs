using System.Globalization;
using Scriban;
using Scriban.Parsing;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>Sets up the context and options that a case asks for.</summary>
internal static class CorpusContext
{
    public static ParserOptions ParserOptions(CorpusCase asked) => new()
    {
        ParseFloatAsDecimal = asked.Option("floatAsDecimal")?.GetBoolean() ?? false,
        ExpressionDepthLimit = asked.Option("expressionDepthLimit")?.GetInt32() ?? 250,
    };

    public static LexerOptions LexerOptions(CorpusCase asked) => new()
    {
        Mode = asked.Option("mode")?.GetString() switch
        {
            "script" => ScriptMode.ScriptOnly,
            "frontMatter" => ScriptMode.FrontMatterAndContent,
            _ => ScriptMode.Default,
        },
    };

    public static TemplateContext Of(CorpusCase asked)
    {
        var context = new TemplateContext { NewLine = asked.Option("newLine")?.GetString() ?? "\n" };
        Limits(asked, context);
        Relaxations(asked, context);
        Hooks(asked, context);
        var global = asked.Optional("model") is { } model ? CorpusModel.Members(model) : [];
        if (asked.Option("host")?.GetBoolean() == true)
        {
            HostValues.Register(global);
        }

        context.PushGlobal(global);
        global.IsReadOnly = asked.Option("modelReadOnly")?.GetBoolean() ?? false;
        if (asked.Optional("culture") is { } culture)
        {
            context.PushCulture(new CultureInfo(culture.GetString()!));
        }

        if (asked.Optional("includes") is { } texts)
        {
            context.TemplateLoader = new CorpusLoader(texts);
        }

        return context;
    }

    private static void Limits(CorpusCase asked, TemplateContext context)
    {
        context.LoopLimit = asked.Option("loopLimit")?.GetInt32() ?? context.LoopLimit;
        context.RecursiveLimit = asked.Option("recursiveLimit")?.GetInt32() ?? context.RecursiveLimit;
        context.LimitToString = asked.Option("limitToString")?.GetInt32() ?? context.LimitToString;
        context.ObjectRecursionLimit = asked.Option("objectRecursionLimit")?.GetInt32() ?? context.ObjectRecursionLimit;
        context.RegexTimeOut = asked.Option("regexTimeOutMs") is { } ms ? TimeSpan.FromMilliseconds(ms.GetInt32()) : context.RegexTimeOut;
    }

    private static void Relaxations(CorpusCase asked, TemplateContext context)
    {
        bool Flag(string name, bool usual) => asked.Option(name)?.GetBoolean() ?? usual;
        context.StrictVariables = Flag("strict", context.StrictVariables);
        context.EnableRelaxedTargetAccess = Flag("relaxedTarget", context.EnableRelaxedTargetAccess);
        context.EnableRelaxedMemberAccess = Flag("relaxedMember", context.EnableRelaxedMemberAccess);
        context.EnableRelaxedFunctionAccess = Flag("relaxedFunction", context.EnableRelaxedFunctionAccess);
        context.EnableRelaxedIndexerAccess = Flag("relaxedIndexer", context.EnableRelaxedIndexerAccess);
        context.EnableNullIndexer = Flag("nullIndexer", context.EnableNullIndexer);
        context.AutoIndent = Flag("autoIndent", context.AutoIndent);
        context.IndentOnEmptyLines = Flag("indentOnEmptyLines", context.IndentOnEmptyLines);
        context.EnableBreakAndContinueAsReturnOutsideLoop = Flag("breakAsReturn", context.EnableBreakAndContinueAsReturnOutsideLoop);
        context.ErrorForStatementFunctionAsExpression = Flag("statementFunctionError", context.ErrorForStatementFunctionAsExpression);
        if (Flag("renderErrors", false))
        {
            context.RenderRuntimeException = TemplateContext.RenderRuntimeExceptionDefault;
        }

        if (Flag("cancelled", false))
        {
            context.CancellationToken = new CancellationToken(canceled: true);
        }
    }

    private static void Hooks(CorpusCase asked, TemplateContext context)
    {
        if (asked.Option("tryGetVariable")?.GetString() is { } variableText)
        {
            context.TryGetVariable = (TemplateContext _, SourceSpan _, global::Scriban.Syntax.ScriptVariable variable, out object value) =>
            {
                value = variableText + variable.Name;
                return true;
            };
        }

        if (asked.Option("tryGetMember")?.GetString() is { } memberText)
        {
            context.TryGetMember = (TemplateContext _, SourceSpan _, object _, string member, out object value) =>
            {
                value = memberText + member;
                return true;
            };
        }

        if (asked.Option("memberRenamerExact")?.GetBoolean() == true)
        {
            context.MemberRenamer = member => member.Name;
        }

        if (asked.Option("memberFilter")?.GetString() is { } hidden)
        {
            context.MemberFilter = member => member.Name != hidden;
        }
    }
}
