using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban;

/// <summary>What built-ins ask of a context.</summary>
public partial class TemplateContext
{
    /// <summary>The most steps of a built-in's own iteration; null for <see cref="LoopLimit"/>.</summary>
    public int? LoopLimitQueryable { get; set; }

    internal bool IsInLoop => _loopDepth > 0;

    internal int CountLoopStep() => ++_loopSteps;

    internal bool TryReadMember(object target, string name, SourceSpan span, out object value) => TryRead(target, name, span, out value);

    internal IEnumerable<string> MemberNames(object target) => target switch
    {
        null => [],
        IScriptObject map => map.GetMembers().ToList(),
        IDictionary map => map.Keys.Cast<object>().Select(key => ObjectToString(key)).ToList(),
        string or IEnumerable => [],
        _ => Visible(target.GetType()).Select(member => MemberRenamer(member)).ToList(),
    };
}
