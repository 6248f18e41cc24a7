using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The object behind everything that a template finds without being given it.</summary>
public class BuiltinFunctions : ScriptObject
{
    /// <summary>Creates a new set of built-ins.</summary>
    public BuiltinFunctions()
    {
        SetValue("array", new ArrayFunctions(), readOnly: true);
        SetValue("empty", EmptyScriptObject.Default, readOnly: true);
        SetValue("blank", EmptyScriptObject.Default, readOnly: true);
        SetValue("include", new IncludeFunction(), readOnly: true);
        SetValue("date", new DateTimeFunctions(), readOnly: true);
        SetValue("html", new HtmlFunctions(), readOnly: true);
        SetValue("math", new MathFunctions(), readOnly: true);
        SetValue("object", new ObjectFunctions(), readOnly: true);
        SetValue("regex", new RegexFunctions(), readOnly: true);
        SetValue("string", new StringFunctions(), readOnly: true);
        SetValue("timespan", new TimeSpanFunctions(), readOnly: true);
    }

    internal static ScriptObject Create() => new BuiltinFunctions();
}
