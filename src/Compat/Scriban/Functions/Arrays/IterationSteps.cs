using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Counts the work a built-in does: against the running loop if there is one, else by itself.</summary>
internal struct IterationSteps(TemplateContext context, SourceSpan span)
{
    private int _taken;

    public void Next()
    {
        var limit = context.LoopLimitQueryable ?? context.LoopLimit;
        var taken = context.IsInLoop ? context.CountLoopStep() : ++_taken;
        if (limit > 0 && taken > limit)
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{limit}` for internal iteration.");
        }

        if ((taken & 63) == 0)
        {
            context.CheckAbort();
        }
    }
}
