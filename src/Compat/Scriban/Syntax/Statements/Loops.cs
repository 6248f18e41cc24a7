using System.Collections;

namespace Scriban.Syntax;

/// <summary>A statement that repeats its body.</summary>
public abstract class ScriptLoopStatementBase : ScriptStatement
{
    internal static bool Continues(TemplateContext context)
    {
        if (context.Flow == ScriptFlowState.Continue)
        {
            context.Flow = ScriptFlowState.None;
        }

        if (context.Flow == ScriptFlowState.Break)
        {
            context.Flow = ScriptFlowState.None;
            return false;
        }

        return context.Flow == ScriptFlowState.None;
    }
}

/// <summary><c>for</c>.</summary>
public class ScriptForStatement : ScriptLoopStatementBase
{
    /// <summary>The loop variable.</summary>
    public ScriptExpression Variable { get; set; }

    /// <summary>What is gone through.</summary>
    public ScriptExpression Iterator { get; set; }

    /// <summary>Options: offset, limit, reversed.</summary>
    public IList<ScriptNamedArgument> NamedArguments { get; } = new List<ScriptNamedArgument>();

    /// <summary>The body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <summary>What is done for an empty list; null for nothing.</summary>
    public ScriptElseStatement Else { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => NamedArguments.Count + 4;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var iterated = context.Evaluate(Iterator);
        if (iterated is null)
        {
            return null;
        }

        var items = Items(context, iterated);
        if (items.Count == 0)
        {
            return Else is null ? null : context.Evaluate(Else);
        }

        var name = ((ScriptVariable)Variable).Name;
        object result = null;
        context.EnterLoop(this);
        try
        {
            object previous = null;
            for (var index = 0; index < items.Count; index++)
            {
                context.StepLoop(this);
                context.SetLoopVariable(name, items[index]);
                context.SetLoop(new LoopState(index, items.Count, index == 0 || !Equals(previous, items[index])));
                previous = items[index];
                result = LoopBody(context);
                if (!Continues(context))
                {
                    break;
                }
            }
        }
        finally
        {
            context.ExitLoop(this);
        }

        return context.Flow == ScriptFlowState.Return ? result : null;
    }

    /// <summary>Runs the body once.</summary>
    private protected virtual object LoopBody(TemplateContext context) => context.Evaluate(Body);

    private List<object> Items(TemplateContext context, object iterated)
    {
        IEnumerable<object> sequence = iterated switch
        {
            string text => text.Select(sign => (object)sign.ToString()),
            Runtime.ScriptObject map => map.Select(pair => (object)Pair(pair.Key, pair.Value)),
            IDictionary map => map.Keys.Cast<object>().Select(key => (object)Pair(context.ObjectToString(key), map[key])),
            IEnumerable list => list.Cast<object>(),
            _ => throw new ScriptRuntimeException(Iterator.Span, $"Unexpected type `{context.GetTypeName(iterated)}` for iterator"),
        };
        var reversed = false;
        int? limit = null;
        foreach (var option in NamedArguments)
        {
            switch (option.Name)
            {
                case "offset":
                    sequence = sequence.Skip(context.ToInt(option.Span, context.Evaluate(option)));
                    break;
                case "limit":
                    limit = context.ToInt(option.Span, context.Evaluate(option));
                    break;
                case "reversed":
                    reversed = true;
                    break;
            }
        }

        sequence = reversed ? sequence.Reverse() : sequence;
        sequence = limit > 0 ? sequence.Take(limit.Value) : sequence;
        var items = new List<object>();
        foreach (var item in sequence)
        {
            if (context.LoopLimit > 0 && items.Count > context.LoopLimit)
            {
                break; // one more than allowed is enough to make the loop report it
            }

            items.Add(item);
        }

        return items;
    }

    private static Runtime.ScriptObject Pair(string key, object value) => new() { ["key"] = key, ["value"] = value };

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => Variable,
        1 => Iterator,
        _ when index < NamedArguments.Count + 2 => NamedArguments[index - 2],
        _ when index == NamedArguments.Count + 2 => Body,
        _ => Else,
    };
}

/// <summary><c>while</c>.</summary>
public class ScriptWhileStatement : ScriptLoopStatementBase
{
    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>The body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object result = null;
        context.EnterLoop(this);
        try
        {
            for (var index = 0; ; index++)
            {
                context.StepLoop(this);
                context.SetLoop(new LoopState(index, -1, false));
                if (!context.ToBool(Condition.Span, context.Evaluate(Condition)))
                {
                    break;
                }

                result = context.Evaluate(Body);
                if (!Continues(context))
                {
                    break;
                }
            }
        }
        finally
        {
            context.ExitLoop(this);
        }

        return context.Flow == ScriptFlowState.Return ? result : null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Condition : Body;
}

/// <summary><c>break</c>.</summary>
public class ScriptBreakStatement : ScriptStatement
{
    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.LeaveLoop(this, ScriptFlowState.Break);
        return null;
    }
}

/// <summary><c>continue</c>.</summary>
public class ScriptContinueStatement : ScriptStatement
{
    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.LeaveLoop(this, ScriptFlowState.Continue);
        return null;
    }
}

/// <summary>What <c>for.index</c> and its like say.</summary>
internal readonly record struct LoopState(int Index, int Length, bool Changed)
{
    public object Member(string name) => name switch
    {
        "index" => Index,
        "rindex" => Length - Index - 1,
        "first" => Index == 0,
        "last" => Index == Length - 1,
        "even" => Index % 2 == 0,
        "odd" => Index % 2 != 0,
        "length" => Length,
        "changed" => Changed,
        _ => null,
    };
}
