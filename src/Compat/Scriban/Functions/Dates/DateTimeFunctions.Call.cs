using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The call <c>date '2026-03-05'</c>, and what each copy of the object needs to know about itself.</summary>
public partial class DateTimeFunctions : IScriptCustomFunction
{
    private static readonly MethodFunction PrintFunction =
        new(((Func<TemplateContext, DateTime?, string, string, string>)Print).Method, null);

    /// <inheritdoc />
    public int RequiredParameterCount => 0;

    /// <inheritdoc />
    public int ParameterCount => 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), string.Empty);

    /// <summary>Reads the only argument; without one, the value is the object itself.</summary>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var span = callerContext?.Span ?? default;
        return arguments.Count switch
        {
            0 => this,
            1 => Parse(context, context.ObjectToString(arguments[0])),
            var count => throw new ScriptRuntimeException(span, $"Invalid number of parameters `{count}` for `date` object/function."),
        };
    }

    /// <inheritdoc />
    public ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>A copy with its own format.</summary>
    public override IScriptObject Clone(bool deep)
    {
        var copy = (DateTimeFunctions)base.Clone(deep);
        copy.Format = Format;
        return copy;
    }

    /// <summary>The date object that a context's templates see as the built-in one.</summary>
    internal static DateTimeFunctions Of(TemplateContext context) =>
        context.BuiltinObject.TryGetValue(context, default, "date", out var value) && context.Own(value) is DateTimeFunctions dates
            ? dates
            : Fallback.Dates;

    private static string Print(TemplateContext context, DateTime? datetime, string pattern, string culture = null) =>
        Of(context).ToString(datetime, pattern, CultureOf(context, culture));

    private static class Fallback
    {
        public static readonly DateTimeFunctions Dates = new();
    }
}
