using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Evaluates nodes.</summary>
public partial class TemplateContext
{
    private int _recursion;

    internal ScriptFlowState FlowState { get; set; }

    /// <summary>The value of a node.</summary>
    public object Evaluate(ScriptNode scriptNode) => Evaluate(scriptNode, aliasReturnedFunction: false);

    /// <summary>The value of a node; a function it names is called, or given back as it is.</summary>
    public virtual object Evaluate(ScriptNode scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null)
        {
            return null;
        }

        var outer = CurrentNode;
        CurrentNode = scriptNode;
        Exception failure;
        try
        {
            return aliasReturnedFunction && scriptNode is IScriptVariablePath path ? path.GetValue(this) : scriptNode.Evaluate(this);
        }
        catch (ScriptRuntimeException exception) when (RenderRuntimeException is not null && exception is not ScriptAbortException)
        {
            return RenderRuntimeException(exception);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }
        finally
        {
            CurrentNode = outer;
        }

        // Not thrown where it was caught: a throw inside a catch keeps the stack of the first one, which recursion would use up.
        var wrapped = Wrapped(scriptNode.Span, failure);
        return RenderRuntimeException is not null && wrapped is not ScriptAbortException ? RenderRuntimeException(wrapped) : throw wrapped;
    }

    /// <summary>The value of an expression, by the shortest way.</summary>
    internal object Value(ScriptExpression expression) =>
        RenderRuntimeException is null ? expression.Evaluate(this) : Evaluate(expression, aliasReturnedFunction: false);

    /// <summary>Runs a statement.</summary>
    internal object Run(ScriptStatement statement)
    {
        if (RenderRuntimeException is not null)
        {
            return Evaluate(statement, aliasReturnedFunction: false);
        }

        CurrentNode = statement;
        Exception failure;
        try
        {
            return statement.Evaluate(this);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }

        throw Wrapped(statement.Span, failure);
    }

    /// <summary>Prints the value of a statement.</summary>
    internal void Print(ScriptBlockStatement block, ScriptStatement statement, object value)
    {
        Exception failure;
        try
        {
            CurrentNode = block;
            Write(statement.Span, value);
            return;
        }
        catch (ScriptRuntimeException exception) when (RenderRuntimeException is not null && exception is not ScriptAbortException)
        {
            Write(RenderRuntimeException(exception));
            return;
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }

        throw Wrapped(statement.Span, failure);
    }

    /// <summary>Calls a function with arguments that are ready.</summary>
    internal object Invoke(IScriptCustomFunction function, ScriptNode node, ScriptArray arguments, ScriptBlockStatement block)
    {
        var outer = EnterCall(node);
        var flow = FlowState;
        var counts = function is ScriptFunction;
        if (counts)
        {
            EnterRecursive(node);
        }

        Exception failure;
        try
        {
            FlowState = ScriptFlowState.None;
            return function.Invoke(this, node, arguments, block);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }
        finally
        {
            FlowState = flow;
            ExitCall(outer);
            if (counts)
            {
                ExitRecursive(node);
            }
        }

        throw Wrapped(node?.Span ?? default, failure);
    }

    internal ScriptNode EnterCall(ScriptNode node)
    {
        var outer = CurrentNode;
        CurrentNode = node;
        return outer;
    }

    internal void ExitCall(ScriptNode outer) => CurrentNode = outer;

    /// <summary>Counts a call or an include inside others.</summary>
    public void EnterRecursive(ScriptNode node)
    {
        if (RecursiveLimit > 0 && _recursion >= RecursiveLimit)
        {
            throw new ScriptRuntimeException(
                node?.Span ?? default, $"Exceeding number of recursive depth limit `{RecursiveLimit}` for node: `{node}`");
        }

        _recursion++;
        EnsureStack(node);
    }

    /// <summary>The call or include has ended.</summary>
    public void ExitRecursive(ScriptNode node) => _recursion--;

    /// <summary>A template that nests too deeply must end with an error, not end the process.</summary>
    internal void EnsureStack(ScriptNode node)
    {
        Tick(node);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            EnsureStack(node?.Span ?? default);
        }
    }

    internal void EnsureStack(SourceSpan span)
    {
        Tick(CurrentNode);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(span, "The template is too deeply nested.");
        }
    }

    private ScriptRuntimeException Wrapped(SourceSpan span, Exception exception) => exception is OperationCanceledException
        ? new ScriptAbortException(span, CancellationToken)
        : new ScriptRuntimeException(span, exception.Message, exception);
}
