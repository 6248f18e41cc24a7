using System.Collections;
using Scriban.Parsing;

namespace Scriban.Functions;

/// <summary>Lazy sequences whose every item counts as a step.</summary>
internal static class Sequence
{
    public static IEnumerable<object> Counted(TemplateContext context, SourceSpan span, IEnumerable list)
    {
        context.OpenSequence(span);
        var steps = new IterationSteps(context, span);
        foreach (var item in list ?? Array.Empty<object>())
        {
            steps.Next();
            yield return item;
        }
    }

    public static IEnumerable<object> Concat(TemplateContext context, SourceSpan span, IEnumerable first, IEnumerable second) =>
        Counted(context, span, Both(first, second));

    public static IEnumerable<object> Compact(TemplateContext context, SourceSpan span, IEnumerable list) =>
        Counted(context, span, list).Where(item => item is not null);

    public static IEnumerable<object> Limit(TemplateContext context, SourceSpan span, IEnumerable list, int count) =>
        count <= 0 ? [] : Counted(context, span, list).Take(count);

    public static IEnumerable<object> Offset(TemplateContext context, SourceSpan span, IEnumerable list, int index) =>
        Counted(context, span, list).Skip(index);

    public static IEnumerable<object> Reverse(TemplateContext context, SourceSpan span, IEnumerable list) =>
        Counted(context, span, list).Reverse();

    public static IEnumerable<object> Uniq(TemplateContext context, SourceSpan span, IEnumerable list) =>
        Counted(context, span, list).Distinct();

    private static IEnumerable<object> Both(IEnumerable first, IEnumerable second)
    {
        foreach (var item in first)
        {
            yield return item;
        }

        foreach (var item in second)
        {
            yield return item;
        }
    }
}
