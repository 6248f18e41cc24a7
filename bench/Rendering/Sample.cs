using System.Globalization;
using System.Text.Json;
using Notifieringar.Tests.Compat.Scriban;
using Scriban;
using Scriban.Runtime;

namespace Notifieringar.Bench.Rendering;

/// <summary>A text with its model and what the official engine made of it in Swedish. All three were made for this project.</summary>
internal sealed class Sample
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private readonly ScriptObject _model;
    private readonly Template _parsed;

    private Sample(string source, ScriptObject model, string expected)
    {
        Source = source;
        Expected = expected;
        _model = model;
        _parsed = Parse();
    }

    public string Source { get; }

    public string Expected { get; }

    public static Sample Read(string name)
    {
        using var model = JsonDocument.Parse(Text($"{name}-model.json"));
        return new Sample(Text($"{name}.scriban"), CorpusModel.Members(model.RootElement), Text($"{name}-expected-sv-SE.txt"));
    }

    public Template Parse() => Template.Parse(Source);

    public string Render()
    {
        var context = new TemplateContext { NewLine = "\n" };
        context.PushCulture(Swedish);
        context.PushGlobal(_model);
        context.PushGlobal(new ScriptObject());
        return _parsed.Render(context);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file));
}
