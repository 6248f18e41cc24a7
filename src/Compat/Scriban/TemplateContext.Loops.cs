using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Keeps track of running loops.</summary>
public partial class TemplateContext
{
    private int _loopDepth;
    private int _loopSteps;

    internal bool IsInLoop => _loopDepth > 0;

    internal int CountLoopStep() => ++_loopSteps;

    internal LoopScope EnterLoop(LoopKind kind)
    {
        if (_loopDepth++ == 0)
        {
            _loopSteps = 0;
        }

        var loop = new LoopScope(kind);
        LoopsHere().Add(loop);
        return loop;
    }

    internal void ExitLoop()
    {
        var loops = LoopsHere();
        loops.RemoveAt(loops.Count - 1);
        _loopDepth--;
    }

    internal void StepLoop(ScriptLoopStatementBase loop)
    {
        CheckAbort(loop);
        _loopSteps++;
        if (LoopLimit > 0 && _loopSteps > LoopLimit)
        {
            throw new ScriptRuntimeException(loop.Span, $"Exceeding number of iteration limit `{LoopLimit}` for loop statement.");
        }
    }

    internal void LeaveLoop(ScriptStatement statement, string name, ScriptFlowState flow)
    {
        if (_loopDepth > 0)
        {
            FlowState = flow;
        }
        else if (EnableBreakAndContinueAsReturnOutsideLoop)
        {
            FlowState = ScriptFlowState.Return;
        }
        else
        {
            throw new ScriptRuntimeException(statement.Span, $"The <{name}> statement can only be used inside for/while loops");
        }
    }

    /// <summary>The innermost visible loop of a kind, or null.</summary>
    internal LoopScope FindLoop(LoopKind kind)
    {
        for (var frame = _frame?.Owner; frame is not null; frame = frame.SeesCaller ? frame.Caller?.Owner : null)
        {
            if (Find(frame.Loops, kind) is { } loop)
            {
                return loop;
            }
        }

        for (var i = _globalCount - 1; i >= 0; i--)
        {
            if (Find(_globals[i].Loops, kind) is { } loop)
            {
                return loop;
            }
        }

        return null;
    }

    private static LoopScope Find(List<LoopScope> loops, LoopKind kind)
    {
        for (var i = (loops?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (loops[i].Kind == kind)
            {
                return loops[i];
            }
        }

        return null;
    }

    private static bool TryGetLoopVariable(List<LoopScope> loops, string name, out object value)
    {
        for (var i = (loops?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (loops[i].Name == name)
            {
                value = loops[i].Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    private List<LoopScope> LoopsHere() => _frame?.Owner is { } frame ? frame.Loops ??= [] : _globals[_globalCount - 1].Loops ??= [];
}
