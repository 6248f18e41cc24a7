using System.Collections;
using System.Reflection;

namespace Scriban.Runtime;

/// <summary>Gives a .NET member the name templates know it by.</summary>
/// <param name="member">The member.</param>
/// <returns>The name.</returns>
public delegate string MemberRenamerDelegate(MemberInfo member);

/// <summary>Tells whether templates may see a .NET member.</summary>
/// <param name="member">The member.</param>
/// <returns>True when they may.</returns>
public delegate bool MemberFilterDelegate(MemberInfo member);

/// <summary>The usual names: <c>DueDate</c> becomes <c>due_date</c>; a run of capitals is one word.</summary>
public sealed class StandardMemberRenamer
{
    /// <summary>The renamer.</summary>
    public static readonly MemberRenamerDelegate Default = member => Rename(member.Name);

    private StandardMemberRenamer()
    {
    }

    /// <summary>Renames.</summary>
    /// <param name="name">The .NET name.</param>
    /// <returns>The template's name.</returns>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var renamed = new System.Text.StringBuilder(name.Length + 4);
        var previousWasUpper = false;
        foreach (var sign in name)
        {
            if (char.IsUpper(sign))
            {
                if (!previousWasUpper && renamed.Length > 0 && renamed[^1] != '_')
                {
                    renamed.Append('_');
                }

                renamed.Append(char.ToLowerInvariant(sign));
                previousWasUpper = true;
            }
            else
            {
                renamed.Append(sign);
                previousWasUpper = false;
            }
        }

        return renamed.ToString();
    }
}

/// <summary>Brings .NET values into objects.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Brings in a function; a name that holds a read-only one is left as it is.</summary>
    /// <param name="script">The object.</param>
    /// <param name="member">The function's name.</param>
    /// <param name="function">The function.</param>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(function);
        if (script.CanWrite(member))
        {
            script.TrySetValue(null, default, member, new MethodFunction(function.Method, function.Target), true);
        }
    }

    /// <summary>Brings in the members of an object, a dictionary or a type.</summary>
    /// <param name="script">The object.</param>
    /// <param name="obj">What to bring in.</param>
    /// <param name="filter">Which members; null for all.</param>
    /// <param name="renamer">Their names; null for the usual ones.</param>
    public static void Import(this IScriptObject script, object obj, MemberFilterDelegate filter = null, MemberRenamerDelegate renamer = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        switch (obj)
        {
            case null:
                return;
            case IScriptObject other:
                foreach (var member in other.GetMembers())
                {
                    if (script.CanWrite(member) && other.TryGetValue(null, default, member, out var value))
                    {
                        script.TrySetValue(null, default, member, value, false);
                    }
                }

                return;
            case IDictionary map:
                foreach (DictionaryEntry pair in map)
                {
                    script.TrySetValue(null, default, pair.Key.ToString(), pair.Value, false);
                }

                return;
            case string or ValueType and not System.Text.Json.JsonElement when obj is string || obj.GetType().IsPrimitive:
                throw new ArgumentOutOfRangeException(nameof(obj), $"Unsupported object type `{obj.GetType()}`. Expecting plain class or struct");
        }

        foreach (var (name, get) in ObjectMembers.Of(obj is Type type ? type : obj.GetType(), obj is Type, filter, renamer))
        {
            script.TrySetValue(null, default, name, get(obj is Type ? null : obj), false);
        }
    }
}

/// <summary>Reads .NET objects by reflection.</summary>
internal static class ObjectMembers
{
    public static IEnumerable<(string Name, Func<object, object> Get)> Of(Type type, bool isType, MemberFilterDelegate filter, MemberRenamerDelegate renamer)
    {
        renamer ??= StandardMemberRenamer.Default;
        var flags = BindingFlags.Public | BindingFlags.Static | (isType ? 0 : BindingFlags.Instance);
        foreach (var member in type.GetMembers(flags).Where(member => (filter?.Invoke(member) ?? true) && !member.IsDefined(typeof(ScriptMemberIgnoreAttribute))))
        {
            switch (member)
            {
                case FieldInfo field:
                    yield return (renamer(field), field.GetValue);
                    break;
                case PropertyInfo { CanRead: true } property when property.GetIndexParameters().Length == 0 && property.GetMethod.IsPublic:
                    yield return (renamer(property), property.GetValue);
                    break;
                case MethodInfo { IsSpecialName: false, IsStatic: true } method when isType:
                    yield return (renamer(method), _ => new MethodFunction(method, null));
                    break;
            }
        }
    }
}
