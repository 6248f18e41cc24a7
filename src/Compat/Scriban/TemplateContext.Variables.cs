using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Reads and writes variables.</summary>
public partial class TemplateContext
{
    private Dictionary<ScriptObject, ScriptObject> _ownCopies;
    private ScriptObject _pageLocals;

    /// <summary>The value of a variable.</summary>
    public object GetValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Scope == ScriptVariableScope.Local ? Local(variable) : Global(variable);
    }

    /// <summary>The value of a variable.</summary>
    public object GetValue(ScriptVariableGlobal variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Global(variable);
    }

    /// <summary>The value of an expression, without calling a function it names.</summary>
    public object GetValue(ScriptExpression target) => Evaluate(target, aliasReturnedFunction: true);

    /// <summary>Writes a variable.</summary>
    public void SetValue(ScriptVariable variable, object value, bool asReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var written = variable.Scope == ScriptVariableScope.Local
            ? Locals().TrySetValue(this, variable.Span, variable.BaseName, value, asReadOnly)
            : StoreFor(variable.Name).TrySetValue(this, variable.Span, variable.Name, value, asReadOnly);
        if (!written)
        {
            throw new ScriptRuntimeException(variable.Span, $"Cannot set the readonly variable `{variable.Name}`");
        }
    }

    /// <summary>Writes a variable, a member or an item.</summary>
    public void SetValue(ScriptExpression target, object value)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is not IScriptVariablePath path)
        {
            throw new ScriptRuntimeException(target.Span, "Unsupported target expression for assignment.");
        }

        Exception failure;
        try
        {
            path.SetValue(this, value);
            return;
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }

        throw new ScriptRuntimeException(
            target.Span, $"Unexpected exception while accessing target expression: {failure.Message}", failure);
    }

    /// <summary>Takes a variable away.</summary>
    public void DeleteValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Scope == ScriptVariableScope.Local)
        {
            Locals().Remove(variable.BaseName);
        }
        else
        {
            StoreFor(variable.Name).Remove(variable.Name);
        }
    }

    /// <summary>Protects a variable that exists, or no longer.</summary>
    public void SetReadOnly(ScriptVariable variable, bool isReadOnly = true)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Scope == ScriptVariableScope.Local)
        {
            Locals().SetReadOnly(variable.BaseName, isReadOnly);
        }
        else
        {
            StoreFor(variable.Name).SetReadOnly(variable.Name, isReadOnly);
        }
    }

    /// <summary>Copies an object's members into the current object.</summary>
    public virtual void Import(Parsing.SourceSpan span, object objectToImport)
    {
        if (objectToImport is null)
        {
            return;
        }

        if (objectToImport is not IScriptObject source)
        {
            throw new ScriptRuntimeException(
                span, $"Unexpected value `{GetTypeName(objectToImport)}` for import. Expecting an plain script object.");
        }

        CurrentGlobal.Import(source);
    }

    /// <summary>A built-in object as this context sees it: its own copy once a template has written to it.</summary>
    internal object Own(object value) =>
        _ownCopies is not null && value is ScriptObject { IsShared: true } shared && _ownCopies.TryGetValue(shared, out var copy) ? copy : value;

    /// <summary>The value a $variable has before a loop uses it; null when there is none.</summary>
    internal object SaveLocal(ScriptVariableLocal variable) => Local(variable);

    /// <summary>After the loop the $variable has its old value, or is gone.</summary>
    internal void RestoreLocal(ScriptVariableLocal variable, object before)
    {
        Locals().Remove(variable.BaseName);
        if (before is not null)
        {
            Locals().SetValue(variable.BaseName, before, readOnly: false);
        }
    }

    private object Global(ScriptVariable variable)
    {
        var name = variable.Name;
        object value;
        for (var frame = _frame?.Owner; frame is not null; frame = frame.SeesCaller ? frame.Caller?.Owner : null)
        {
            if (TryGetLoopVariable(frame.Loops, name, out value) || frame.Own.TryGetValue(this, variable.Span, name, out value))
            {
                return value;
            }
        }

        for (var i = _globalCount - 1; i >= 0; i--)
        {
            var scope = _globals[i];
            if ((scope.Loops is not null && TryGetLoopVariable(scope.Loops, name, out value))
                || scope.Object.TryGetValue(this, variable.Span, name, out value))
            {
                return _ownCopies is null ? value : Own(value);
            }
        }

        if (TryGetVariable is not null && TryGetVariable(this, variable.Span, variable, out value))
        {
            return value;
        }

        return StrictVariables
            ? throw new ScriptRuntimeException(variable.Span, $"The variable or function `{name}` was not found")
            : null;
    }

    private object Local(ScriptVariable variable)
    {
        var name = variable.BaseName;
        if (_frame is null)
        {
            return _pageLocals is not null && _pageLocals.TryGetValue(this, variable.Span, name, out var value) ? value : null;
        }

        if (name.Length == 0)
        {
            return _frame.Arguments;
        }

        if (name == "$")
        {
            return _frame.Block;
        }

        if (_frame.Locals is { } locals && locals.TryGetValue(this, variable.Span, name, out var local))
        {
            return local;
        }

        return name != "size" && _frame.Arguments is { } arguments && arguments.TryGetValue(this, variable.Span, name, out local)
            ? local
            : null;
    }

    private ScriptObject Locals() => _frame is null ? _pageLocals ??= [] : _frame.Locals ??= [];

    private IScriptObject StoreFor(string name)
    {
        if (_frame?.Owner is not { } frame || frame.Own.Contains(name))
        {
            return _frame?.Owner?.Own ?? CurrentGlobal;
        }

        for (var i = _globalCount - 1; i >= 0; i--)
        {
            if (_globals[i].Object.Contains(name))
            {
                return CurrentGlobal;
            }
        }

        return frame.Own;
    }
}
