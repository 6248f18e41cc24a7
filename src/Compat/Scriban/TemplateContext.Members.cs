using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Reads and writes members of values.</summary>
public partial class TemplateContext
{
    internal object ReadMember(object target, ScriptVariable member)
    {
        if (TryReadMember(target, member.Name, member.Span, out var value))
        {
            return value;
        }

        if (TryGetMember is not null && TryGetMember(this, member.Span, target, member.Name, out value))
        {
            return value;
        }

        return EnableRelaxedMemberAccess ? null : throw new ScriptRuntimeException(member.Span, $"Cannot get member with name {member.Name}.");
    }

    internal bool TryReadMember(object target, string name, SourceSpan span, out object value)
    {
        switch (target)
        {
            case IScriptObject scripted:
                return scripted.TryGetValue(this, span, name, out value);
            case string text:
                value = name == "size" ? Boxed.Of(text.Length) : null;
                return value is not null;
            case IDictionary<string, object> dictionary:
                return dictionary.TryGetValue(name, out value);
            case IDictionary dictionary:
                return TryReadKey(dictionary, name, out value);
            case IList list:
                value = name == "size" ? Boxed.Of(list.Count) : null;
                return value is not null;
            case StringBuilderOutput or IScriptCustomFunction:
            case not null when target.GetType().IsPrimitive:
                value = null;
                return false;
            default:
                return TypedMembers.Of(target.GetType(), this).TryGet(target, name, out value);
        }
    }

    internal bool WriteMember(object target, string name, object value, SourceSpan span)
    {
        switch (target)
        {
            case ScriptObject { IsShared: true } shared:
                return CopyOf(shared).TrySetValue(this, span, name, value, readOnly: false);
            case IScriptObject scripted:
                return scripted.TrySetValue(this, span, name, value, readOnly: false);
            case IDictionary<string, object> { IsReadOnly: false } dictionary:
                dictionary[name] = value;
                return true;
            case IDictionary { IsReadOnly: false } dictionary:
                dictionary[name] = ToObject(span, value, ValueTypeOf(dictionary));
                return true;
            case string:
            case not null when target.GetType().IsPrimitive:
                return false;
            default:
                return TypedMembers.Of(target.GetType(), this).TrySet(this, span, target, name, value);
        }
    }

    internal IEnumerable<string> MemberNames(object target) => target switch
    {
        null => [],
        IScriptObject scripted => [.. scripted.GetMembers()],
        IDictionary dictionary => [.. dictionary.Keys.Cast<object>().Select(key => ObjectToString(key))],
        string or IList => ["size"],
        _ when target.GetType().IsPrimitive || target is decimal => [],
        _ => TypedMembers.Of(target.GetType(), this).Names,
    };

    internal object ReadIndex(ScriptIndexerExpression node, object target, object index)
    {
        if (index is not string && target is IList or string)
        {
            return ReadPlace(node, target, ToInt(node.Index.Span, index));
        }

        if (target.GetType().IsPrimitive || target is decimal)
        {
            throw new ScriptRuntimeException(
                node.Target.Span, $"Cannot use the {GetTypeName(target)} primitive `{ObjectToString(target)}` as a list.");
        }

        var span = node.Index.Span;
        if (index is not string && target is IDictionary dictionary and not IScriptObject && TryReadKey(dictionary, index, out var value))
        {
            return value;
        }

        var key = ObjectToString(index);
        if (TryReadMember(target, key, span, out value) || (TryGetMember is not null && TryGetMember(this, span, target, key, out value)))
        {
            return value;
        }

        return EnableRelaxedMemberAccess
            ? null
            : throw new ScriptRuntimeException(span, $"Cannot access target `{node.Target}` with an indexer: {node.Index}");
    }

    internal void WriteIndex(ScriptIndexerExpression node, object target, object index, object value)
    {
        var span = node.Index.Span;
        switch (target)
        {
            case string:
                throw new ScriptRuntimeException(span, "Cannot replace a character in a string");
            case IList list when index is not string:
                WritePlace(span, list, ToInt(span, index), value);
                return;
            case IDictionary dictionary and not IScriptObject when index is not string:
                dictionary[index] = ToObject(span, value, ValueTypeOf(dictionary));
                return;
        }

        if (!WriteMember(target, ObjectToString(index), value, span))
        {
            throw new ScriptRuntimeException(span, $"Cannot set a value for the readonly member: {node}");
        }
    }

    private object ReadPlace(ScriptIndexerExpression node, object target, int place)
    {
        var list = target as IList;
        var text = target as string;
        var count = list?.Count ?? text.Length;
        var at = place < 0 ? place + count : place;
        if ((uint)at < (uint)count)
        {
            return list is null ? text[at] : list[at];
        }

        if (!EnableRelaxedIndexerAccess)
        {
            throw new ScriptRuntimeException(
                node.Index.Span, $"The index {place} is out of bounds [0, {count}] on the `{node.Target}` with the indexer: {node.Index}");
        }

        return list is not (null or Array)
            ? null
            : throw new ScriptRuntimeException(
                node.Target.Span, "Unexpected exception while accessing target expression: Index was outside the bounds of the array.");
    }

    private void WritePlace(SourceSpan span, IList list, int place, object value)
    {
        var at = place < 0 ? place + list.Count : place;
        if (at < 0)
        {
            throw new ScriptRuntimeException(span, $"The index {place} is out of bounds [0, {list.Count}]");
        }

        var steps = new Functions.IterationSteps(this, span);
        while (list.Count <= at && !list.IsFixedSize)
        {
            steps.Next();
            list.Add(null);
        }

        list[at] = value;
    }

    private static bool TryReadKey(IDictionary dictionary, object key, out object value)
    {
        if (dictionary.Contains(key))
        {
            value = dictionary[key];
            return true;
        }

        // A missing number reads as 0, as it would in .NET's TryGetValue.
        var type = ValueTypeOf(dictionary);
        value = type.IsValueType ? Activator.CreateInstance(type) : null;
        return value is not null;
    }

    private static Type ValueTypeOf(IDictionary dictionary)
    {
        foreach (var type in dictionary.GetType().GetInterfaces())
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
            {
                return type.GetGenericArguments()[1];
            }
        }

        return typeof(object);
    }

    private ScriptObject CopyOf(ScriptObject shared)
    {
        _ownCopies ??= new Dictionary<ScriptObject, ScriptObject>();
        if (!_ownCopies.TryGetValue(shared, out var copy))
        {
            _ownCopies[shared] = copy = (ScriptObject)shared.Clone(deep: false);
        }

        return copy;
    }
}
