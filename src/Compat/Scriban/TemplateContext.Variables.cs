using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Variables, calls and loops.</summary>
public partial class TemplateContext
{
    private const int DeepestNesting = 400;

    private readonly Stack<Call> _calls = new();
    private readonly Stack<(string Name, object Value)> _loopVariables = new();
    private readonly Stack<LoopState> _loops = new();
    private ScriptObject _pageLocals;
    private int _loopDepth;
    private int _loopSteps;
    private int _depth;

    internal LoopState? Loop => _loops.Count > 0 ? _loops.Peek() : null;

    /// <summary>Reads a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>Its value.</returns>
    public object GetValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Scope == ScriptVariableScope.Local)
        {
            return Local(variable);
        }

        foreach (var (name, loopValue) in _loopVariables)
        {
            if (name == variable.Name)
            {
                return loopValue;
            }
        }

        if (_calls.TryPeek(out var call) && call.Own is { } own && own.TryGetValue(variable.Name, out var mine))
        {
            return mine;
        }

        for (var index = _globals.Count - 1; index >= 0; index--)
        {
            if (_globals[index].TryGetValue(this, variable.Span, variable.Name, out var value))
            {
                return value;
            }
        }

        if (TryGetVariable is { } answer && answer(this, variable.Span, variable, out var given))
        {
            return given;
        }

        return StrictVariables ? throw new ScriptRuntimeException(variable.Span, $"The variable or function `{variable.Name}` was not found") : null;
    }

    /// <summary>Reads any place.</summary>
    /// <param name="target">The place.</param>
    /// <returns>Its value.</returns>
    public object GetValue(ScriptExpression target) => Evaluate(target);

    /// <summary>Writes a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value.</param>
    /// <param name="asReadOnly">True to protect it.</param>
    public void SetValue(ScriptVariable variable, object value, bool asReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var target = variable.Scope == ScriptVariableScope.Local ? Locals() : StoreFor(variable.Name);
        if (!target.TrySetValue(this, variable.Span, variable.Name, value, asReadOnly))
        {
            throw new ScriptRuntimeException(variable.Span, $"Cannot set value on the readonly variable `{variable.Name}`");
        }
    }

    /// <summary>Writes any place.</summary>
    /// <param name="target">The place.</param>
    /// <param name="value">The value.</param>
    public void SetValue(ScriptExpression target, object value)
    {
        if (target is ScriptVariable variable)
        {
            SetValue(variable, value);
        }
        else if (target is IScriptVariablePath path)
        {
            path.SetValue(this, value);
        }
        else
        {
            throw new ScriptRuntimeException(target?.Span ?? default, "Unsupported target expression for an assignment");
        }
    }

    /// <summary>Protects a variable, or lets it go.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="isReadOnly">True to protect it.</param>
    public void SetReadOnly(ScriptVariable variable, bool isReadOnly = true)
    {
        ArgumentNullException.ThrowIfNull(variable);
        (variable.Scope == ScriptVariableScope.Local ? Locals() : StoreFor(variable.Name)).SetReadOnly(variable.Name, isReadOnly);
    }

    /// <summary>Copies an object's members into the current one.</summary>
    /// <param name="span">Where.</param>
    /// <param name="objectToImport">The object.</param>
    public virtual void Import(Parsing.SourceSpan span, object objectToImport)
    {
        if (objectToImport is null)
        {
            return;
        }

        if (objectToImport is not IScriptObject source)
        {
            throw new ScriptRuntimeException(span, $"Unsupported type `{GetTypeName(objectToImport)}` for import");
        }

        foreach (var member in source.GetMembers().ToList())
        {
            if (source.TryGetValue(this, span, member, out var value))
            {
                CurrentGlobal.TrySetValue(this, span, member, value, false);
            }
        }
    }

    internal object CallBare(ScriptExpression target, object function) =>
        Invoke((IScriptCustomFunction)function, target, Checked((IScriptCustomFunction)function, target), null);

    internal object Invoke(IScriptCustomFunction function, ScriptNode caller, ScriptArray arguments, ScriptBlockStatement block)
    {
        CheckAbort();
        try
        {
            return function.Invoke(this, caller, arguments, block);
        }
        finally
        {
            if (Flow != ScriptFlowState.None)
            {
                Flow = ScriptFlowState.None;
            }
        }
    }

    internal object CallFunction(ScriptFunction function, ScriptNode caller, ScriptArray arguments, ScriptBlockStatement block)
    {
        EnterRecursive(caller);
        var own = function.Declared is null ? null : new ScriptObject();
        for (var index = 0; index < (function.Declared?.Count ?? 0); index++)
        {
            var parameter = function.Declared[index];
            own[parameter.Name] = parameter.IsRest ? new ScriptArray(arguments.Skip(index))
                : index < arguments.Count && !ReferenceEquals(arguments[index], Unset) ? arguments[index]
                : parameter.Default;
        }

        var loopVariables = _loopVariables.ToArray();
        _calls.Push(new Call(arguments, own, block));
        if (own is not null)
        {
            _loopVariables.Clear();
        }

        try
        {
            var result = Evaluate(function.Body);
            return Flow == ScriptFlowState.Return ? result : function.Body is ScriptExpressionStatement ? result : null;
        }
        finally
        {
            _calls.Pop();
            if (own is not null)
            {
                _loopVariables.Clear();
                foreach (var variable in loopVariables.Reverse())
                {
                    _loopVariables.Push(variable);
                }
            }

            _recursion--;
        }
    }

    internal void CheckArguments(IScriptCustomFunction function, ScriptNode caller, IEnumerable<ScriptExpression> written, ScriptArray arguments, bool named)
    {
        if (function.VarParamKind == ScriptVarParamKind.Direct)
        {
            return;
        }

        if (!named && arguments.Count < function.RequiredParameterCount)
        {
            throw new ScriptRuntimeException(caller.Span, $"Invalid number of arguments `{arguments.Count}` passed to `{NameOf(caller)}` while expecting `{function.RequiredParameterCount}` arguments");
        }

        if (function.VarParamKind == ScriptVarParamKind.None && arguments.Count > function.ParameterCount)
        {
            var extra = written.LastOrDefault()?.Span ?? caller.Span;
            throw new ScriptRuntimeException(extra, $"Invalid number of arguments `{arguments.Count}` passed to `{NameOf(caller)}` while expecting `{function.ParameterCount}` arguments");
        }
    }

    internal string NameOf(ScriptNode node) => node switch
    {
        ScriptFunctionCall call => NameOf(call.Target),
        ScriptVariable variable => variable.Name,
        ScriptMemberExpression member => $"{NameOf(member.Target)}.{member.Member.Name}",
        _ => "this expression",
    };

    internal void EnterLoop(ScriptNode loop)
    {
        _ = loop;
        if (_loopDepth++ == 0)
        {
            _loopSteps = 0;
        }

        _loops.Push(default);
        _loopVariables.Push((null, null));
    }

    internal void StepLoop(ScriptNode loop)
    {
        CheckAbort();
        if (LoopLimit > 0 && ++_loopSteps > LoopLimit)
        {
            throw new ScriptRuntimeException(loop.Span, $"Exceeding number of iteration limit `{LoopLimit}` for loop statement.");
        }
    }

    internal void SetLoop(LoopState state)
    {
        _loops.Pop();
        _loops.Push(state);
    }

    internal void SetLoopVariable(string name, object value)
    {
        _loopVariables.Pop();
        _loopVariables.Push((name, value));
    }

    internal void ExitLoop(ScriptNode loop)
    {
        _ = loop;
        _loopDepth--;
        _loops.Pop();
        _loopVariables.Pop();
    }

    internal void LeaveLoop(ScriptNode statement, ScriptFlowState flow)
    {
        if (_loopDepth == 0 && !EnableBreakAndContinueAsReturnOutsideLoop)
        {
            throw new ScriptRuntimeException(statement.Span, "The statement can only be used inside for/while loops");
        }

        Flow = _loopDepth == 0 ? ScriptFlowState.Return : flow;
    }

    private void EnterRecursive(ScriptNode node)
    {
        if (RecursiveLimit > 0 && ++_recursion > RecursiveLimit)
        {
            _recursion--;
            throw new ScriptRuntimeException(node.Span, $"Exceeding number of recursive depth limit `{RecursiveLimit}` for node");
        }
    }

    private int _recursion;

    private void EnterDepth(ScriptNode node)
    {
        // A template may nest as deep as the parser lets it; a chain of calls may not end the process.
        if (++_depth > DeepestNesting && !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(node.Span, "The template nests too deeply");
        }
    }

    private void ExitDepth() => _depth--;

    private ScriptArray Checked(IScriptCustomFunction function, ScriptNode caller)
    {
        var none = new ScriptArray();
        CheckArguments(function, caller, [], none, named: false);
        return none;
    }

    private object Local(ScriptVariable variable)
    {
        if (_calls.TryPeek(out var call))
        {
            switch (variable.Name)
            {
                case "":
                    return call.Arguments;
                case "$":
                    return call.Block;
            }

            if (int.TryParse(variable.Name, System.Globalization.CultureInfo.InvariantCulture, out var index))
            {
                return call.Arguments[index];
            }

            if (call.Locals.TryGetValue(variable.Name, out var local) || call.Arguments.TryGetValue(this, variable.Span, variable.Name, out local))
            {
                return local;
            }

            return null;
        }

        return _pageLocals?[variable.Name];
    }

    private ScriptObject Locals() => _calls.TryPeek(out var call) ? call.Locals : _pageLocals ??= [];

    private IScriptObject StoreFor(string name)
    {
        if (!_calls.TryPeek(out var call) || call.Own is not { } own || own.ContainsKey(name))
        {
            return call?.Own ?? CurrentGlobal;
        }

        return _globals.Any(scope => scope.Contains(name)) ? CurrentGlobal : own;
    }

    private sealed record Call(ScriptArray Arguments, ScriptObject Own, ScriptBlockStatement Block)
    {
        public ScriptObject Locals { get; } = [];
    }
}
