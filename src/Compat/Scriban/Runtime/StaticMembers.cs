using System.Collections.Concurrent;
using System.Reflection;

namespace Scriban.Runtime;

/// <summary>The static methods and fields that a type derived from ScriptObject brings as members.</summary>
internal static class StaticMembers
{
    private static readonly ConcurrentDictionary<Type, Found> Known = new();

    public static void ImportInto(ScriptObject target, Type type)
    {
        var found = Known.GetOrAdd(type, Find);
        target.ShareMembersOf(found.Methods);
        foreach (var field in found.Fields)
        {
            target.SetValue(StandardMemberRenamer.Rename(field), field.GetValue(null), readOnly: true);
        }
    }

    private static Found Find(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = new ScriptObject();
        var order = type.GetCustomAttribute<MemberOrderAttribute>()?.Names ?? [];
        foreach (var name in order)
        {
            methods.SetValue(name, null, readOnly: true);
        }

        foreach (var method in type.GetMethods(Static))
        {
            if (!method.IsSpecialName && !method.ContainsGenericParameters && !method.IsDefined(typeof(ScriptMemberIgnoreAttribute)))
            {
                methods.SetValue(StandardMemberRenamer.Rename(method), new MethodFunction(method, null), readOnly: true);
            }
        }

        return new Found(methods, [.. type.GetFields(Static).Where(field => !field.IsDefined(typeof(ScriptMemberIgnoreAttribute)))]);
    }

    private sealed record Found(ScriptObject Methods, FieldInfo[] Fields);
}

/// <summary>The order in which the members of a built-in object are listed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MemberOrderAttribute(params string[] names) : Attribute
{
    public string[] Names { get; } = names;
}
