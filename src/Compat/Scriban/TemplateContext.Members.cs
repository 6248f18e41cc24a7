using System.Collections;
using System.Globalization;
using System.Reflection;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Members and indexes.</summary>
public partial class TemplateContext
{
    internal object GetMember(ScriptMemberExpression expression, object target)
    {
        var name = expression.Member.Name;
        if (target is null)
        {
            return expression.IsOptional || EnableRelaxedTargetAccess ? null
                : throw new ScriptRuntimeException(expression.Member.Span, $"Cannot get the member {NameOf(expression)} for a null object.");
        }

        if (TryRead(target, name, expression.Member.Span, out var value))
        {
            return value;
        }

        if (TryGetMember is { } answer && answer(this, expression.Member.Span, target, name, out value))
        {
            return value;
        }

        return EnableRelaxedMemberAccess ? null
            : throw new ScriptRuntimeException(expression.Member.Span, $"Cannot get member with name `{name}`.");
    }

    internal void SetMember(ScriptMemberExpression expression, object target, object value)
    {
        var name = expression.Member.Name;
        var written = target switch
        {
            null => throw new ScriptRuntimeException(expression.Member.Span, $"Object `{NameOf(expression.Target)}` is null. Cannot set member: {NameOf(expression)}"),
            IScriptObject map => map.TrySetValue(this, expression.Member.Span, name, value, false),
            IDictionary map => SetKey(map, name, value),
            _ => SetProperty(target, name, value, expression.Member.Span),
        };
        if (!written)
        {
            throw new ScriptRuntimeException(expression.Member.Span, $"Cannot set a value for the readonly member: {NameOf(expression)}");
        }
    }

    internal object GetIndexed(ScriptIndexerExpression expression, object target, object index)
    {
        if (target is null)
        {
            return EnableRelaxedTargetAccess ? null : throw new ScriptRuntimeException(expression.Target.Span, "Object is null. Cannot access indexer");
        }

        if (index is null)
        {
            return EnableNullIndexer ? null : throw new ScriptRuntimeException(expression.Index.Span, "Cannot access target with a null indexer");
        }

        switch (target)
        {
            case IList list when index is not string:
                var at = ToInt(expression.Index.Span, index);
                at = at < 0 ? at + list.Count : at;
                return at >= 0 && at < list.Count ? list[at]
                    : EnableRelaxedIndexerAccess && target is not Array ? null
                    : throw new ScriptRuntimeException(expression.Index.Span, $"The index {at} is out of bounds [0, {list.Count}[");
            case string text when index is not string:
                var sign = ToInt(expression.Index.Span, index);
                sign = sign < 0 ? sign + text.Length : sign;
                return sign >= 0 && sign < text.Length ? text[sign].ToString()
                    : throw new ScriptRuntimeException(expression.Index.Span, $"The index {sign} is out of bounds");
            case ScriptRange range:
                return range.Cast<object>().ElementAtOrDefault(ToInt(expression.Index.Span, index));
            default:
                return TryRead(target, ObjectToString(index), expression.Index.Span, out var value) ? value : null;
        }
    }

    internal void SetIndexed(ScriptIndexerExpression expression, object target, object index, object value)
    {
        switch (target)
        {
            case null:
                throw new ScriptRuntimeException(expression.Target.Span, "Object is null. Cannot access indexer");
            case IList list when index is not string:
                var at = ToInt(expression.Index.Span, index);
                at = at < 0 ? at + list.Count : at;
                if (LoopLimit > 0 && at - list.Count > LoopLimit)
                {
                    throw new ScriptRuntimeException(expression.Index.Span, $"Exceeding number of iteration limit `{LoopLimit}`");
                }

                list[at] = value;
                break;
            case IScriptObject map:
                if (!map.TrySetValue(this, expression.Index.Span, ObjectToString(index), value, false))
                {
                    throw new ScriptRuntimeException(expression.Index.Span, "Cannot set a value for a readonly member");
                }

                break;
            case IDictionary map:
                map[index] = value;
                break;
            default:
                throw new ScriptRuntimeException(expression.Target.Span, "The value does not support indexing");
        }
    }

    private bool TryRead(object target, string name, Parsing.SourceSpan span, out object value)
    {
        switch (target)
        {
            case IScriptObject map:
                return map.TryGetValue(this, span, name, out value);
            case string text when name == "size":
                value = text.Length;
                return true;
            case IDictionary map:
                value = map.Contains(name) ? map[name] : null;
                return map.Contains(name);
            case ICollection list when name == "size":
                value = list.Count;
                return true;
            case ScriptRange range when name == "size":
                value = range.Count;
                return true;
            case string or IScriptOutput or IScriptCustomFunction or Delegate or Type:
                value = null;
                return false;
        }

        foreach (var member in Visible(target.GetType()))
        {
            if (MemberRenamer(member) == name)
            {
                value = member is PropertyInfo property ? property.GetValue(target) : ((FieldInfo)member).GetValue(target);
                return true;
            }
        }

        value = null;
        return false;
    }

    private IEnumerable<MemberInfo> Visible(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member is FieldInfo || (member is PropertyInfo { CanRead: true } property && property.GetMethod!.IsPublic && property.GetIndexParameters().Length == 0))
        .Where(member => !member.IsDefined(typeof(ScriptMemberIgnoreAttribute)) && (MemberFilter?.Invoke(member) ?? true));

    private static bool SetKey(IDictionary map, string name, object value)
    {
        map[name] = value;
        return true;
    }

    private bool SetProperty(object target, string name, object value, Parsing.SourceSpan span)
    {
        var member = Visible(target.GetType()).FirstOrDefault(member => MemberRenamer(member) == name);
        switch (member)
        {
            case PropertyInfo { CanWrite: true, SetMethod.IsPublic: true } property when !property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Any(type => type.Name == "IsExternalInit"):
                property.SetValue(target, ToObject(span, value, property.PropertyType), BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture);
                return true;
            case FieldInfo { IsInitOnly: false } field:
                field.SetValue(target, ToObject(span, value, field.FieldType));
                return true;
            default:
                return false;
        }
    }
}
