using Scriban.Runtime;

namespace Scriban.Syntax;

internal enum LoopMember : byte
{
    Index,
    RIndex,
    First,
    Last,
    Even,
    Odd,
    Changed,
    Length,
    Column,
}

/// <summary>for.index and the like.</summary>
internal sealed class ScriptLoopVariable(LoopKind kind, LoopMember member, string name) : ScriptVariable(name, ScriptVariableScope.Global)
{
    public override object GetValue(TemplateContext context)
    {
        if (context.FindLoop(kind) is not { } loop)
        {
            return null;
        }

        return member switch
        {
            LoopMember.Index => loop.Index,
            LoopMember.RIndex => loop.Length - loop.Index - 1,
            LoopMember.First => loop.Index == 0,
            LoopMember.Last => loop.Index == loop.Length - 1,
            LoopMember.Even => (loop.Index & 1) == 0,
            LoopMember.Odd => (loop.Index & 1) != 0,
            LoopMember.Changed => loop.Changed,
            LoopMember.Length => loop.Length,
            _ => loop.Column - 1,
        };
    }
}
