using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>Copies .NET values into objects of templates.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Reads a member.</summary>
    public static bool TryGetValue(this IScriptObject @this, string key, out object value) =>
        @this is ScriptObject own ? own.TryGetOwned(key, out value) : @this.TryGetValue(null, default, key, out value);

    /// <summary>Writes a member.</summary>
    public static void SetValue(this IScriptObject @this, string member, object value, bool readOnly)
    {
        if (!@this.TrySetValue(null, default, member, value, readOnly))
        {
            throw new InvalidOperationException($"Cannot set the readonly member `{member}`");
        }
    }

    /// <summary>Copies the members of an object of templates.</summary>
    public static void Import(this IScriptObject @this, IScriptObject other)
    {
        foreach (var member in other?.GetMembers().ToArray() ?? [])
        {
            if (@this.CanWrite(member) && other.TryGetValue(member, out var value))
            {
                @this.SetValue(member, value, readOnly: false);
            }
        }
    }

    /// <summary>Brings a .NET function, which templates cannot overwrite; a protected name is left as it is.</summary>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(function);
        if (script.CanWrite(member))
        {
            script.SetValue(member, DynamicCustomFunction.Create(function), readOnly: true);
        }
    }

    /// <summary>Copies the members of a .NET object, a dictionary or a JSON object; a type brings its static members and methods.</summary>
    public static void Import(
        this IScriptObject script, object obj, MemberFilterDelegate filter = null, MemberRenamerDelegate renamer = null) =>
        Import(script, obj, ScriptMemberImportFlags.All, filter, renamer);

    /// <summary>Copies some kinds of members.</summary>
    public static void Import(
        this IScriptObject script,
        object obj,
        ScriptMemberImportFlags flags,
        MemberFilterDelegate filter = null,
        MemberRenamerDelegate renamer = null)
    {
        switch (obj)
        {
            case null:
                return;
            case IScriptObject other:
                Import(script, other);
                return;
            case IDictionary dictionary:
                foreach (DictionaryEntry pair in dictionary)
                {
                    script.SetValue(pair.Key.ToString(), pair.Value, readOnly: false);
                }

                return;
            case JsonElement element:
                Import(script, Functions.JsonValues.Read(element) as IScriptObject);
                return;
            case string or IFormattable or bool:
                throw new ArgumentOutOfRangeException(nameof(obj), $"Unsupported object type `{obj.GetType()}`. Expecting plain class or struct");
        }

        var type = obj as Type ?? obj.GetType();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy))
        {
            if (!member.IsDefined(typeof(ScriptMemberIgnoreAttribute)) && (filter is null || filter(member)))
            {
                ImportMember(script, obj, member, flags, (renamer ?? StandardMemberRenamer.Default)(member));
            }
        }
    }

    private static void ImportMember(IScriptObject script, object obj, MemberInfo member, ScriptMemberImportFlags flags, string name)
    {
        var instance = obj is Type ? null : obj;
        switch (member)
        {
            case FieldInfo field when flags.HasFlag(ScriptMemberImportFlags.Field) && (field.IsStatic || instance is not null):
                script.TrySetValue(null, default, name, field.GetValue(instance), readOnly: false);
                break;
            case PropertyInfo property when flags.HasFlag(ScriptMemberImportFlags.Property)
                && TypedMembers.IsReadable(property) && (property.GetMethod.IsStatic || instance is not null):
                script.TrySetValue(null, default, name, TypedMembers.Read(property, instance), readOnly: false);
                break;
            case MethodInfo { IsSpecialName: false } method when IsWanted(method, instance, flags):
                script.TrySetValue(null, default, name, new MethodFunction(method, instance), readOnly: true);
                break;
        }
    }

    private static bool IsWanted(MethodInfo method, object instance, ScriptMemberImportFlags flags) =>
        method.DeclaringType != typeof(object) && !method.ContainsGenericParameters && (method.IsStatic
            ? flags.HasFlag(ScriptMemberImportFlags.Method) && instance is null
            : flags.HasFlag(ScriptMemberImportFlags.MethodInstance) && instance is not null);
}
