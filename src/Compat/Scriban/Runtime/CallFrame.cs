using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>What belongs to one running function, include or with.</summary>
internal sealed class CallFrame(CallFrame caller, bool seesCaller)
{
    public CallFrame Caller { get; } = caller;

    /// <summary>Whether the caller's parameters and loops are visible: not from a named function.</summary>
    public bool SeesCaller { get; } = seesCaller;

    /// <summary>$, or null.</summary>
    public ScriptArray Arguments { get; init; }

    /// <summary>$$, or null.</summary>
    public ScriptBlockStatement Block { get; init; }

    /// <summary>The parameters and new variables of a function with parameters, else null.</summary>
    public ScriptObject Own { get; init; }

    /// <summary>The $variables.</summary>
    public ScriptObject Locals { get; set; }

    public List<LoopScope> Loops { get; set; }

    /// <summary>The frame with the nearest visible store of parameters, from this one outwards.</summary>
    public CallFrame Owner
    {
        get
        {
            var frame = this;
            while (frame is { Own: null })
            {
                frame = frame.SeesCaller ? frame.Caller : null;
            }

            return frame;
        }
    }
}

/// <summary>An object of the global stack and the loops that run while it is on top.</summary>
internal sealed class GlobalScope
{
    public IScriptObject Object { get; set; }

    public List<LoopScope> Loops { get; set; }
}
