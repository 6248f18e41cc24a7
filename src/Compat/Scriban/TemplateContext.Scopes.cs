using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>The stacks of objects and calls that names are looked up in.</summary>
public partial class TemplateContext
{
    private GlobalScope[] _globals = new GlobalScope[4];
    private int _globalCount;
    private CallFrame _frame;

    /// <summary>Objects pushed, the built-ins included.</summary>
    public int GlobalCount => _globalCount;

    /// <summary>The object that plain names are written to.</summary>
    public IScriptObject CurrentGlobal => _globals[_globalCount - 1].Object;

    /// <summary>Puts an object on top: its members are found first, and new variables are written to it.</summary>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        if (_globalCount == _globals.Length)
        {
            Array.Resize(ref _globals, _globalCount * 2);
        }

        var scope = _globals[_globalCount] ??= new GlobalScope();
        scope.Object = scriptObject;
        scope.Loops = null;
        _globalCount++;
    }

    /// <summary>Takes the object on top away.</summary>
    public IScriptObject PopGlobal()
    {
        if (_globalCount == 1)
        {
            throw new InvalidOperationException("Unexpected PopGlobal() not matching a PushGlobal");
        }

        var scope = _globals[--_globalCount];
        var popped = scope.Object;
        scope.Object = null;
        return popped;
    }

    /// <summary>Begins a new set of $variables.</summary>
    public void PushLocal() => _frame = new CallFrame(_frame, seesCaller: true);

    /// <summary>Goes back to the $variables before.</summary>
    public void PopLocal() =>
        _frame = _frame is null ? throw new InvalidOperationException("Unexpected PopLocal() not matching a PushLocal") : _frame.Caller;

    internal void PushCall(ScriptFunction function, ScriptArray arguments, ScriptBlockStatement block)
    {
        ScriptObject own = null;
        if (function.Parameters is { } parameters)
        {
            own = new ScriptObject(parameters.Count);
            for (var index = 0; index < parameters.Count; index++)
            {
                own.SetValue(parameters[index].Name.Name, index < arguments.Count ? arguments[index] : null, readOnly: false);
            }
        }

        _frame = new CallFrame(_frame, function.IsAnonymous) { Arguments = arguments, Block = block, Own = own };
    }

    internal void PushInclude(ScriptArray arguments) => _frame = new CallFrame(_frame, seesCaller: true) { Arguments = arguments };

    internal void PopCall() => _frame = _frame.Caller;
}
