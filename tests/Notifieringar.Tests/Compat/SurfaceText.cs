using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Notifieringar.Tests.Compat;

/// <summary>Types and members written as short C#, for <see cref="PublicSurface"/>.</summary>
internal static class SurfaceText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Declaration(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {Name(invoke.ReturnType)} {FullName(type)}({Parameters(invoke)})";
        }

        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum)
        {
            bases.Add(Name(parent));
        }

        if (!type.IsEnum)
        {
            bases.AddRange(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Select(Name).Order(StringComparer.Ordinal));
        }

        return $"{Kind(type)} {FullName(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}{Constraints(type.GetGenericArguments())}";
    }

    public static string Constructor(ConstructorInfo ctor) => $"{Access(ctor)}ctor({Parameters(ctor)})";

    public static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var constraints = method.IsGenericMethodDefinition ? Constraints(method.GetGenericArguments()) : "";
        return $"{Access(method)}{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)}){constraints}";
    }

    public static string Property(PropertyInfo property, Func<MethodBase, bool> isSeen)
    {
        var first = property.GetAccessors(nonPublic: true).First(accessor => isSeen(accessor));
        var name = property.GetIndexParameters().Length > 0 ? $"this[{Parameters(property.GetIndexParameters())}]" : property.Name;
        var getter = property.GetMethod is { } get && isSeen(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && isSeen(set) ? (IsInit(set) ? "init; " : "set; ") : "";
        return $"{Access(first)}{Modifiers(first)}{Name(property.PropertyType)} {name} {{ {getter}{setter}}}";
    }

    public static string Event(EventInfo announced) => $"{Modifiers(announced.AddMethod!)}event {Name(announced.EventHandlerType!)} {announced.Name}";

    public static string Field(FieldInfo field) => field switch
    {
        { DeclaringType.IsEnum: true } => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        { IsLiteral: true } => $"const {Name(field.FieldType)} {field.Name} = {Value(field.FieldType, field.GetRawConstantValue())}",
        _ => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}",
    };

    public static string FullName(Type type) => type.Namespace is { Length: > 0 } space ? $"{space}.{Name(type)}" : Name(type);

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => type.IsDefined(typeof(FlagsAttribute)) ? "flags enum" : "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var direction = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var standard = parameter.HasDefaultValue ? " = " + Value(parameter.ParameterType, parameter.RawDefaultValue) : "";
        return $"{many}{direction}{Name(parameter.ParameterType)} {parameter.Name}{standard}";
    }

    private static string Value(Type type, object? value) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => Enum.GetName(type, value) ?? Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (type.IsGenericParameter || Keywords.ContainsKey(type))
        {
            return Keywords.GetValueOrDefault(type, type.Name);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var outer = type.DeclaringType is { } declaring ? Name(declaring) + "." : "";
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? outer + type.Name : $"{outer}{type.Name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static string Constraints(Type[] parameters) => string.Concat(parameters.Where(type => type.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type parameter)
    {
        var rules = new List<string>();
        var attributes = parameter.GenericParameterAttributes;
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            rules.Add("class");
        }

        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            rules.Add("struct");
        }

        rules.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !rules.Contains("struct"))
        {
            rules.Add("new()");
        }

        return rules.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", rules)}";
    }
}
