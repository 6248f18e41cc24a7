namespace FunctionMetadata;

/// <summary>An attribute's type name and the values written in it.</summary>
internal sealed record DeclaredAttribute(string Type, IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?> Properties)
{
    public T Property<T>(string name, T otherwise) => Properties.TryGetValue(name, out var value) && value is T given ? given : otherwise;

    public string Text(int argument) => (string?)Arguments[argument] ?? string.Empty;
}
