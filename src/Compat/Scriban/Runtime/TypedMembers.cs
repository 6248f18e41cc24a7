using System.Collections.Concurrent;
using System.Reflection;

namespace Scriban.Runtime;

/// <summary>What a template sees of a .NET type: public properties and fields of its instances under their template names.</summary>
internal sealed class TypedMembers
{
    private static readonly ConcurrentDictionary<Type, TypedMembers> Standard = new();

    private readonly Dictionary<string, MemberInfo> _members = [];

    private TypedMembers(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate filter)
    {
        // Members of base types come first, so that a hiding member replaces the hidden one.
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (IsReadable(member) && !member.IsDefined(typeof(ScriptMemberIgnoreAttribute)) && (filter is null || filter(member)))
                {
                    _members[renamer(member)] = member;
                }
            }
        }
    }

    public int Count => _members.Count;

    public IEnumerable<string> Names => _members.Keys;

    public static TypedMembers Of(Type type, TemplateContext context)
    {
        if (context.MemberFilter is null && context.MemberRenamer == StandardMemberRenamer.Default)
        {
            return Standard.GetOrAdd(type, static key => new TypedMembers(key, StandardMemberRenamer.Default, null));
        }

        var own = context.OwnTypedMembers;
        if (!own.TryGetValue(type, out var members))
        {
            own[type] = members = new TypedMembers(type, context.MemberRenamer, context.MemberFilter);
        }

        return members;
    }

    public bool TryGet(object target, string name, out object value)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            value = null;
            return false;
        }

        value = Read(member, target);
        return true;
    }

    public bool TrySet(TemplateContext context, Parsing.SourceSpan span, object target, string name, object value)
    {
        switch (_members.GetValueOrDefault(name))
        {
            case PropertyInfo { SetMethod: { IsPublic: true } setter } property when !IsInitOnly(setter):
                property.SetValue(target, context.ToObject(span, value, property.PropertyType), BindingFlags.DoNotWrapExceptions, null, null, null);
                return true;
            case FieldInfo { IsInitOnly: false } field:
                field.SetValue(target, context.ToObject(span, value, field.FieldType));
                return true;
            default:
                return false;
        }
    }

    public static object Read(MemberInfo member, object target) => member is PropertyInfo property
        ? property.GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null)
        : ((FieldInfo)member).GetValue(target);

    public static bool IsReadable(MemberInfo member) => member switch
    {
        FieldInfo => true,
        PropertyInfo { GetMethod: { IsPublic: true } } property => property.GetIndexParameters().Length == 0,
        _ => false,
    };

    private static Stack<Type> Levels(Type type)
    {
        var result = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            result.Push(level);
        }

        return result;
    }

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
