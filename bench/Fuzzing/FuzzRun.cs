using System.Globalization;
using Notifieringar.Tests.Compat.Scriban;
using Scriban;
using Scriban.Syntax;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>Parses and renders a template within its budget, in the setting of its golden case, and judges how it ended.</summary>
internal static class FuzzRun
{
    // What only hidden members of the host's objects say (HostValues).
    private static readonly string[] Secrets = ["secret", "ignored", "must not be callable", "RuntimeType"];

    public static FuzzOutcome Of(FuzzTemplate asked, FuzzBudget budget)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var started = TimeProvider.System.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (verdict, detail) = Judge(asked, budget);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return verdict is not (FuzzVerdict.Text or FuzzVerdict.Refused) ? new FuzzOutcome(verdict, detail, elapsed, bytes)
            : bytes > budget.Bytes ? new FuzzOutcome(FuzzVerdict.TooMuch, "", elapsed, bytes)
            : elapsed > budget.Deadline + budget.Grace ? new FuzzOutcome(FuzzVerdict.TooLong, "", elapsed, bytes)
            : new FuzzOutcome(verdict, "", elapsed, bytes);
    }

    private static (FuzzVerdict Verdict, string Detail) Judge(FuzzTemplate asked, FuzzBudget budget)
    {
        try
        {
            var template = Template.Parse(
                asked.Text, null, CorpusContext.ParserOptions(asked.Setting), CorpusContext.LexerOptions(asked.Setting));
            if (template.HasErrors)
            {
                return (FuzzVerdict.Refused, "");
            }

            using var late = new CancellationTokenSource(budget.Deadline);
            var context = CorpusContext.Of(asked.Setting);
            context.RegexTimeOut = TimeSpan.FromMilliseconds(200);
            if (!context.CancellationToken.IsCancellationRequested)
            {
                context.CancellationToken = late.Token;
            }

            if (asked.Number % 2 == 0)
            {
                GoOnAfterErrors(context);
            }

            var text = template.Render(context);
            return Tells(text, asked.Text) ? (FuzzVerdict.Leak, "") : (FuzzVerdict.Text, "");
        }
        catch (ScriptRuntimeException)
        {
            return (FuzzVerdict.Refused, "");
        }
#pragma warning disable CA1031 // Every other exception is what is being looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (FuzzVerdict.Crash, exception.ToString());
        }
    }

    // The first error of a random template would else hide all that follows.
    private static void GoOnAfterErrors(TemplateContext context)
    {
        context.RenderRuntimeException = TemplateContext.RenderRuntimeExceptionDefault;
        context.EnableRelaxedTargetAccess = true;
        context.EnableRelaxedFunctionAccess = true;
    }

    private static bool Tells(string text, string template) => Secrets.Any(secret =>
        text.Contains(secret, StringComparison.Ordinal) && !template.Contains(secret, StringComparison.Ordinal));
}
