using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>The engine as .NET code uses it.</summary>
public sealed class ApiTests
{
    [Fact]
    public void Render_AnonymousModel_HasItsMembersInSnakeCase()
    {
        var model = new { FirstName = "Astrid", Loans = new[] { 1, 2 } };
        Assert.Equal("Astrid 2", Template.Parse("{{ first_name }} {{ loans.size }}").Render(model));
    }

    [Fact]
    public void Render_StringAsModel_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Template.Parse("x").Render("model"));

    [Fact]
    public void Render_TemplateWithErrors_ThrowsWithAllMessages()
    {
        var template = Template.Parse("Hej\n{{ if }}", "brev");
        Assert.True(template.HasErrors);
        Assert.Null(template.Page);
        Assert.Equal("brev(2,7)", template.Messages[0].Span.ToStringSimple());
        var failure = Assert.Throws<InvalidOperationException>(() => template.Render());
        Assert.Contains(template.Messages[0].Message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Null_IsAnEmptyTemplate() => Assert.Equal("", Template.Parse(null!).Render());

    [Fact]
    public void Evaluate_GivesTheValueOfTheLastStatementAndPrintsNothing()
    {
        var context = new TemplateContext();
        Assert.Equal(10, Template.Parse("text {{ x = 5; 'print'; x * 2 }}").Evaluate(context));
        Assert.Equal(5, Template.Evaluate("x", context));
    }

    [Fact]
    public void Import_Delegate_CanBeCalledAndNotBeOverwritten()
    {
        var global = new ScriptObject();
        global.Import("twice", (int number) => number * 2);
        global.Import("twice", (int number) => number * 3);
        var context = Context(global);
        Assert.Equal("8 10", Template.Parse("{{ twice 4 }} {{ 5 | twice }}").Render(context));
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ twice = 1 }}").Render(context));
        Assert.Equal(3, failure.Span.Start.Column);
    }

    [Fact]
    public void Write_Overridden_SeesEveryPrintedValueAndNoText() =>
        Assert.Equal("a & <b> <1>", Template.Parse("a & {{ 'b' }} {{ 1 }}").Render(new Marking()));

    [Fact]
    public void StrictVariables_UnknownName_SaysWhere()
    {
        var context = new TemplateContext { StrictVariables = true };
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("\n {{ saknas }}").Render(context));
        Assert.Equal("<input>(2,5) : error : The variable or function `saknas` was not found", failure.Message);
    }

    [Fact]
    public void ABuiltInChangedByATemplate_IsChangedForThatContextOnly()
    {
        var context = new TemplateContext();
        Assert.Equal("1", Template.Parse("{{ string.ny = 1; date.format = '%Y'; string.ny }}").Render(context));
        Assert.Equal("1 %Y", Template.Parse("{{ string.ny }} {{ date.format }}").Render(context));
        Assert.Equal(" %d %b %Y", Template.Parse("{{ string.ny }} {{ date.format }}").Render(new TemplateContext()));
    }

    [Fact]
    public void ABuiltInChangedByCode_IsChangedForThatContextOnly()
    {
        var context = new TemplateContext();
        ((DateTimeFunctions)context.BuiltinObject["date"]).Format = "%F";
        context.BuiltinObject.Import("hej", () => "hej");
        var template = Template.Parse("{{ date.parse '2026-03-05' }} {{ hej }}");
        Assert.Equal("2026-03-05 hej", template.Render(context));
        Assert.Equal("05 Mar 2026 ", template.Render(new TemplateContext()));
    }

    [Fact]
    public void Reset_KeepsSettingsAndForgetsValues()
    {
        var context = Context(new ScriptObject { ["x"] = 1 });
        context.StrictVariables = true;
        context.PushCulture(new CultureInfo("sv-SE"));
        Assert.Equal("1", Template.Parse("{{ x }}").Render(context));
        context.Reset();
        Assert.Equal(1, context.GlobalCount);
        Assert.Equal(CultureInfo.InvariantCulture, context.CurrentCulture);
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ x }}").Render(context));
    }

    [Fact]
    public async Task ATemplate_CanBeRenderedByManyThreadsAtOnce()
    {
        var template = Template.Parse("{{ for i in 1..20; capture c; i; end; c | string.pad_left 3; end; $x = name; $x | string.upcase }}");
        var expected = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i,3}"));
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => template.Render(new { Name = "n" + i }))));
        Assert.All(results, (text, i) => Assert.Equal($"{expected}N{i}", text));
    }

    [Fact]
    public void ATemplate_ShowsTheVariablesItReads()
    {
        var page = Template.Parse("{{ if loans.size > 0 }}{{ borrower.name | string.upcase }}{{ end }}").Page;
        Assert.Equal(["loans", "size", "borrower", "name", "string", "upcase"], Names(page));
    }

    [Fact]
    public void ACustomFunction_KnowsWhereItIsCalled()
    {
        var global = new ScriptObject();
        global.Import("where", (TemplateContext context) => context.CurrentSpan.ToStringSimple());
        Assert.Equal("<input>(1,4) brev(1,4)", Template.Parse("{{ where }}").Render(Context(global)) + " "
            + Template.Parse("{{ where }}", "brev").Render(Context(global)));
    }

    [Fact]
    public void AFunctionWithoutValue_UsedAsValue_ThrowsWhenAskedTo()
    {
        var global = new ScriptObject();
        global.Import("log", (string text) => GC.KeepAlive(text));
        var context = Context(global);
        Assert.Equal("|", Template.Parse("{{ x = log 'a' }}|{{ x }}").Render(context));
        context.ErrorForStatementFunctionAsExpression = true;
        Assert.Equal("|", Template.Parse("{{ log 'a' }}|{{ 'a' | log }}").Render(context));
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ x = log 'a' }}").Render(context));
    }

    [Fact]
    public void PushOutput_CollectsWhatIsPrinted()
    {
        var context = new TemplateContext();
        var output = new StringBuilderOutput();
        context.PushOutput(output);
        context.Write("a").Write(default(SourceSpan), 1.5);
        Assert.Equal("a1.5", context.PopOutput().ToString());
    }

    [Fact]
    public void ADerivedObjectWithoutStaticMembers_CanBeWritten()
    {
        var model = new Model { ["name"] = "Astrid" };
        Assert.Equal("Astrid 1", Template.Parse("{{ name }} {{ this.x = 1; x }}").Render(Context(model)));
    }

    private static TemplateContext Context(ScriptObject global)
    {
        var context = new TemplateContext();
        context.PushGlobal(global);
        return context;
    }

    private static IEnumerable<string> Names(ScriptNode node) =>
        (node is ScriptVariable variable ? [variable.Name] : Enumerable.Empty<string>()).Concat(node.Children.SelectMany(Names));

    private sealed class Model : ScriptObject;

    private sealed class Marking : TemplateContext
    {
        public override TemplateContext Write(SourceSpan span, object textAsObject) => Write($"<{ObjectToString(textAsObject)}>");
    }
}
