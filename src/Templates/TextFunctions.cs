using Scriban;
using Scriban.Functions;
using Scriban.Runtime;

namespace Notifieringar.Templates;

/// <summary>What a text may call. No clock, no chance and no evaluation of data: the same facts always give the same text.</summary>
internal static class TextFunctions
{
    public static ScriptObject Shared { get; } = Create();

    // One read-only copy for all renderings: importing the functions costs more than a rendering.
    private static ScriptObject Create()
    {
        var functions = new ScriptObject
        {
            ["array"] = new ArrayFunctions { IsReadOnly = true },
            ["string"] = new StringFunctions { IsReadOnly = true },
        };
        functions.Import("raw", new Func<TemplateContext, object?, RawMarkup>((context, value) => new RawMarkup(context.ObjectToString(value) ?? "")));
        functions.IsReadOnly = true;
        return functions;
    }
}

/// <summary>Text that its template has declared to be markup.</summary>
internal sealed record RawMarkup(string Text)
{
    public override string ToString() => Text;
}
