namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks a parameter that the Functions host fills or reads.</summary>
public abstract class BindingAttribute : Attribute
{
    /// <summary>For derived attributes.</summary>
    protected BindingAttribute()
    {
    }
}
