namespace Scriban.Syntax;

/// <summary>An expression that something can be assigned to.</summary>
public interface IScriptVariablePath
{
    /// <summary>Its value, without calling it when it is a function.</summary>
    object GetValue(TemplateContext context);

    /// <summary>Assigns to it.</summary>
    void SetValue(TemplateContext context, object valueToSet);

    /// <summary>The name it begins with.</summary>
    string GetFirstPath();
}
