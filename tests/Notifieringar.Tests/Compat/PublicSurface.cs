using System.Reflection;

namespace Notifieringar.Tests.Compat;

/// <summary>
/// What an assembly lets others see, one line a type or member, sorted. A stand-in's list is kept in <c>Surfaces</c>, every line of it
/// checked against the vendor's official listing; so a member the official package lacks cannot slip in unseen.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    /// <summary>Asserts that <paramref name="assembly"/> shows exactly what the file in <c>Compat/Surfaces</c> lists (# starts a comment).</summary>
    public static void Matches(Assembly assembly, string listFileName)
    {
        var listed = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Compat", "Surfaces", listFileName))
            .Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
        var seen = Of(assembly);
        var unlisted = seen.Where(line => !listed.Contains(line)).Select(line => "+ " + line);
        var missing = listed.Except(seen, StringComparer.Ordinal).Select(line => "- " + line);
        var differences = unlisted.Concat(missing).ToList();
        Assert.True(differences.Count == 0, $"{listFileName}: + is public but not listed, - is listed but not there:\n{string.Join('\n', differences)}");
    }

    private static IEnumerable<string> Lines(Type type)
    {
        yield return SurfaceText.Declaration(type);
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield break;
        }

        var owner = SurfaceText.FullName(type);
        foreach (var member in type.GetMembers(Declared))
        {
            if (Line(member) is { } line)
            {
                yield return $"{owner}: {line}";
            }
        }
    }

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } ctor when IsSeen(ctor) => SurfaceText.Constructor(ctor),
        MethodInfo method when IsSeen(method) && IsNew(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            => SurfaceText.Method(method),
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(accessor => IsSeen(accessor) && IsNew(accessor))
            => SurfaceText.Property(property, IsSeen),
        EventInfo { AddMethod: { } add } announced when IsSeen(add) => SurfaceText.Event(announced),
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => SurfaceText.Field(field),
        _ => null,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // An override is seen where it was first declared.
    private static bool IsNew(MethodInfo method) => method.GetBaseDefinition().DeclaringType == method.DeclaringType;
}
