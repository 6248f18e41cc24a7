using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>No template takes more memory than a rendering may, also where the limits of the context do not count or are off.</summary>
public sealed class MemoryBudgetTests
{
    // The engine stops at 256 MB; the rest is room for the one operation that reaches it.
    private const long Most = 400L << 20;

    public static TheoryData<string> Greedy =>
    [
        "{{ a = []; for i in 1..900; a[i] = ('x' * 1000000) + i; end }}",
        "{{ x = 'a'; " + Repeat("x = x + x; ", 60) + "x | string.size }}",
        "{{ x = '\\\\' * 100000; " + Repeat("x = x | string.escape; ", 60) + "x | string.size }}",
        "{{ x = 'å' * 1000000; " + Repeat("x = x | html.url_encode; ", 60) + "x | string.size }}",
        "{{ x = 'a' * 1000000; x | regex.replace 'a' x | string.size }}",
        "{{ x = 'a' * 1000000; x | regex.replace '$' ('$_' * 100000) | string.size }}",
        "{{ x = 'a' * 1000000; x | regex.replace '' '$_' | string.size }}",
        "{{ x = 'a' * 1000000; x | string.replace 'a' x | string.size }}",
        "{{ x = 'a' * 1000000; " + Repeat("x | regex.split ''; ", 20) + "}}",
        "{{ x = 'a' * 1000000; " + Repeat("x | regex.matches '.' | array.first; ", 20) + "}}",
        "{{ 1 | math.format 'D999999999' | string.size }}",
        "{{ 1.5m | math.format 'F999999999' | string.size }}",
        "{{ 1.5 | object.format 'N999999999' | string.size }}",
        "{{ (1 << 100) | object.format 'D999999999' | string.size }}",
        "{{ x = [1]; " + Repeat("x = [x, x]; ", 60) + "x | object.to_json | string.size }}",
        "{{ x = [1]; " + Repeat("x = [x, x]; ", 60) + "x }}",
        "{{ x = 'a' * 1000000; x = [x, x, x, x]; " + Repeat("x = [x, x]; ", 10) + "x | object.to_json | string.size }}",
        "{{ x = 'a' * 1000000; f = $'{x}{x}{x}{x}'; f | string.size }}",
        "{{ x = [1]; x = x * 900; " + Repeat("x = x + x; ", 60) + "x | array.size }}",
        "{{ x = 1; " + Repeat("x = x << 1000000; ", 60) + "x }}",
        "{{ func f; x = 'x' * 1000000; [x] + f; end; f }}",
        "{{ a = {}; for i in 1..900; a[i] = 'x' | string.pad_left 1000000; end }}",
        "{{ a = []; for i in 1..900; capture c; 'x' * 1000; end; a[i] = c; end }}",
        Repeat("{{ x = ['a' * 500000, x] }}", 300),
    ];

    public static TheoryData<string> GreedyWithoutLimits =>
    [
        "{{ 'a' | string.pad_left 2147483647 | string.size }}",
        "{{ 'a' | string.pad_right 1000000000 | string.size }}",
        "{{ 'ab' * 1000000000 | string.size }}",
        "{{ [1] * 2147483647 | array.size }}",
        "{{ 1..2147483647 | array.reverse | array.size }}",
        "{{ (1..2147483647) | array.join 'x' | string.size }}",
        "{{ 1..2147483647 }}",
        "{{ a = []; a[2000000000] = 1 }}",
        "{{ array.insert_at [1] 2000000000 1 }}",
        "{{ for i in 1..2147483647; i; end }}",
        "{{ while true; 'a' * 1000; end }}",
        "{{ a = []; while true; a = a << 1; end }}",
        "{{ a = {}; i = 0; while true; i = i + 1; a[i] = i; end }}",
        "{{ func f; f; end; f }}",
        "{{ x = [1]; " + Repeat("x = [x, x]; ", 60) + "x }}",
        "{{ x = {}; x.x = x; x }}",
    ];

    [Theory]
    [MemberData(nameof(Greedy))]
    public void Render_GreedyTemplate_StaysWithinItsBudget(string text) => Assert.InRange(Allocated(text, new TemplateContext()), 0, Most);

    [Theory]
    [MemberData(nameof(GreedyWithoutLimits))]
    public void Render_LimitsOff_StaysWithinItsBudget(string text) => Assert.InRange(
        Allocated(text, new TemplateContext { LoopLimit = 0, LimitToString = 0, RecursiveLimit = 0, ObjectRecursionLimit = 0 }), 0, Most);

    [Fact]
    public void Render_ManyTimesInOneContext_EachHasABudgetOfItsOwn()
    {
        var context = new TemplateContext { LimitToString = 0 };
        var template = Template.Parse("{{ x = 'a' * 2000000; x = x + x | string.size }}");
        for (var time = 0; time < 60; time++)
        {
            Assert.Equal("", template.Render(context));
        }
    }

    private static long Allocated(string text, TemplateContext context)
    {
        // Ends what would never end; the slowest machine is through long before.
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        context.CancellationToken = late.Token;
        context.RegexTimeOut = TimeSpan.FromSeconds(2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var template = Template.Parse(text, parserOptions: new ParserOptions { ExpressionDepthLimit = 0 });
        Assert.False(template.HasErrors, template.Messages.ToString());
        try
        {
            Assert.NotNull(template.Render(context));
        }
        catch (ScriptRuntimeException failure)
        {
            // The deadline is not what should have stopped it.
            Assert.IsNotType<ScriptAbortException>(failure);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
