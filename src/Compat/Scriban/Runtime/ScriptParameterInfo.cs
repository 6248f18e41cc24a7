namespace Scriban.Runtime;

/// <summary>A parameter of a function.</summary>
public readonly struct ScriptParameterInfo : IEquatable<ScriptParameterInfo>
{
    /// <summary>The type that arguments are converted to.</summary>
    public readonly Type ParameterType;

    /// <summary>The name for named arguments.</summary>
    public readonly string Name;

    /// <summary>Whether there is a default.</summary>
    public readonly bool HasDefaultValue;

    /// <summary>The value when no argument is given.</summary>
    public readonly object DefaultValue;

    /// <summary>Creates a required parameter.</summary>
    public ScriptParameterInfo(Type parameterType, string name)
    {
        ParameterType = parameterType;
        Name = name;
        HasDefaultValue = false;
        DefaultValue = null;
    }

    /// <summary>Creates an optional parameter.</summary>
    public ScriptParameterInfo(Type parameterType, string name, object defaultValue)
        : this(parameterType, name)
    {
        HasDefaultValue = true;
        DefaultValue = defaultValue;
    }

    /// <inheritdoc />
    public bool Equals(ScriptParameterInfo other) =>
        ParameterType == other.ParameterType && Name == other.Name
        && HasDefaultValue == other.HasDefaultValue && Equals(DefaultValue, other.DefaultValue);

    /// <inheritdoc />
    public override bool Equals(object obj) => obj is ScriptParameterInfo other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ParameterType, Name);
}
