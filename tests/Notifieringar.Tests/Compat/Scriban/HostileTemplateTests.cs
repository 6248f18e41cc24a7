using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>Whatever a template says, it ends with text or an error: never with the end of the process.</summary>
public sealed class HostileTemplateTests
{
    private const int SmallStack = 512 * 1024;

    public static TheoryData<string, string> Deep => new()
    {
        { "nested if", Repeat("{{ if true }}", 50000) + Repeat("{{ end }}", 50000) },
        { "nested parentheses", "{{ " + Repeat("(", 50000) + "1" + Repeat(")", 50000) + " }}" },
        { "nested arrays", "{{ " + Repeat("[", 50000) + Repeat("]", 50000) + " }}" },
        { "nested objects", "{{ x = " + Repeat("{a:", 50000) + "1" + Repeat("}", 50000) + " }}" },
        { "nested calls", "{{ f = do; ret $0; end; " + Repeat("f(", 50000) + "1" + Repeat(")", 50000) + " }}" },
        { "nested functions", "{{ " + Repeat("func f;", 50000) + Repeat("end;", 50000) + " }}" },
        { "nested do", "{{ x = " + Repeat("do; ret ", 50000) + "1" + Repeat("; end", 50000) + " }}" },
        { "unary chain", "{{ " + Repeat("!", 50000) + "true }}" },
        { "conditional chain", "{{ " + Repeat("true ? 1 : ", 50000) + "1 }}" },
        { "nested interpolation", "{{ " + Repeat("$\"{", 50000) + "1" + Repeat("}\"", 50000) + " }}" },
        { "else if chain", "{{ if false }}" + Repeat("{{ else if false }}", 50000) + "{{ end }}" },
        { "when chain", "{{ case 1 }}" + Repeat("{{ when 2 }}", 50000) + "{{ end }}" },
        { "member chain", "{{ x = {}; x.a = x; x" + Repeat(".a", 50000) + " | object.size }}" },
        { "index chain", "{{ x = {}; x.a = x; x" + Repeat("['a']", 50000) + " | object.size }}" },
        { "pipe chain", "{{ 'a'" + Repeat(" | string.upcase", 50000) + " }}" },
        { "operator chain", "{{ 1" + Repeat(" + 1", 50000) + " }}" },
        { "sequence chain", "{{ x = [1]; " + Repeat("x = array.limit x 5; ", 50000) + "x }}" },
        { "format chain", "{{ date.now | date.to_string ('%g' * 50000) }}{{ date.now | date.to_string ('%g' * 20000) }}" },
        { "empty sequences inside each other", "{{ x = array.concat [] []; " + Repeat("x = array.concat x x; ", 100) + "x }}" },
        { "lists inside each other", "{{ x = [1]; y = [1]; " + Repeat("x = [x, x]; y = [y, y]; ", 100) + "x == y }}" },
        { "aliases", "{{ " + Repeat("@", 50000) + "x }}" },
        { "increments", "{{ " + Repeat("++", 50000) + "x }}" },
        { "defaults of defaults", "{{ x = " + Repeat("do(a = ", 50000) + "1 }}" },
        { "aliases in named arguments", "{{ f a:" + Repeat("@", 50000) + "x }}" },
        { "call chain", "{{ f" + Repeat("(1)", 50000) + " }}" },
    };

    public static TheoryData<string> Costly =>
    [
        "{{ a = []; a[0] = a; a == a; b = [0]; b[0] = b; a == b }}",
        "{{ a = []; a[0] = a; a }}",
        "{{ a = {}; a.a = a; a | object.to_json }}",
        "{{ x = 2; for i in 1..100; x = x * x; end; x }}",
        "{{ x = 1 << 1000000; for i in 1..900; x = x << 1000000; end }}",
        "{{ 1e999999999 }}",
        "{{ x = 'a'; for i in 1..900; x = x * 1000; end }}",
        "{{ x = [1]; for i in 1..900; x = x + x; end }}",
        "{{ x = [1]; for i in 1..900; x = x * 1000; end }}",
        "{{ a = [1]; a[2147483647] = 1 }}",
        "{{ array.insert_at [1] 2147483647 1 }}",
        "{{ 1..2147483647 }}",
        "{{ for i in 1..900; for j in 1..900; i; end; end }}",
        "{{ while true; end }}",
        "{{ func f; f; end; f }}",
        "{{ func f(n); ret f(n + 1); end; f 1 }}",
        "{{ f = do; ret f; end; f }}",
        "{{ func f; object.eval 'f'; end; f }}",
        "{{ x = '{{ x | object.eval_template }}'; x | object.eval_template }}",
        "{{ ('a' * 100000) | regex.match '^(a+)+$' }}",
        "{{ ('a' * 30 + '!') | regex.match '^(a+)+$' }}",
        "{{ ('<' * 100000) | html.strip | string.size }}",
        "{{ ('<script' * 100000) | html.strip | string.size }}",
        "{{ ('<a=\"' * 100000) | html.strip | string.size }}",
        "{{ 'a' | string.pad_left 2147483647 }}",
        "{{ -2147483648 // -1 }}{{ -9223372036854775808 // -1 }}{{ -9223372036854775808 % -1 }}{{ math.abs (-9223372036854775808) }}",
        "{{ math.round 1.5 99 }}",
        "{{ date.add_years date.now 2147483647 }}",
        "{{ date.to_string date.now '%' }}{{ date.parse 'x' '%' }}{{ date.parse 'x' '%%' }}",
        "{{ 'x' | string.slice 2147483647 2147483647 }}{{ 'x' | string.slice (-2147483648) 2147483647 }}",
        "{{ 'x' | string.truncate (-5) }}{{ 'x' | string.truncatewords (-5) }}",
        "{{ object.from_json ('[' * 100000) }}",
    ];

    [Theory]
    [MemberData(nameof(Deep))]
    public void DeepNesting_EndsInTextOrAnError(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.NotNull(Outcome(text));
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void DeepNesting_ParsedWithMoreStackThanItIsRenderedWith_EndsInTextOrAnError(string name, string text)
    {
        Assert.NotEmpty(name);
        Template? template = null;
        OnStack(64 * 1024 * 1024, () => template = Template.Parse(text, parserOptions: new ParserOptions { ExpressionDepthLimit = 0 }));
        string? outcome = null;
        OnStack(SmallStack, () => outcome = Render(template!));
        Assert.NotNull(outcome);
    }

    [Theory]
    [MemberData(nameof(Costly))]
    public void CostlyWork_EndsInTextOrAnErrorOfItsOwn(string text)
    {
        var outcome = Outcome(text);
        Assert.NotNull(outcome);
        Assert.DoesNotContain("cancelled", outcome, StringComparison.Ordinal);
    }

    // Each by itself: what one lets through, another may stop, and then nobody would see that it is gone.
    [Theory]
    [InlineData("x = array.concat [] []; ", "x = array.concat x x; ", 60, "sequences were read")]
    [InlineData("x = 'a' * 1000000; ", "x = x + x; ", 3, "A text exceeds")]
    [InlineData("func f; f; end; ", "f; ", 1, "recursive depth limit")]
    public void Render_PastALimit_SaysWhichItWas(string first, string then, int times, string limit)
    {
        var template = Template.Parse($"{{{{ {first}{Repeat(then, times)}x }}}}");

        var failure = Assert.ThrowsAny<ScriptRuntimeException>(() => template.Render(new TemplateContext { LimitToString = 0 }));

        Assert.Contains(limit, failure.Message, StringComparison.Ordinal);
    }

    // What would end a server's thread ends here too.
    private static string? Outcome(string text)
    {
        string? outcome = null;
        OnStack(SmallStack, () => outcome = Render(Template.Parse(text)));
        return outcome;
    }

    private static void OnStack(int bytes, ThreadStart work)
    {
        var thread = new Thread(work, bytes);
        thread.Start();
        thread.Join();
    }

    private static string Render(Template template)
    {
        if (template.HasErrors)
        {
            return template.Messages.ToString();
        }

        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            return template.Render(new TemplateContext { RegexTimeOut = TimeSpan.FromSeconds(1), CancellationToken = late.Token });
        }
        catch (ScriptRuntimeException failure)
        {
            return failure.Message;
        }
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
