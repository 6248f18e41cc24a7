using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using Notifieringar.Tests.Compat.Scriban;
using Scriban;
using Scriban.Syntax;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>Parses and renders a template within its budget, in the setting of its golden case, and judges how it ended.</summary>
internal static class FuzzRun
{
    private static readonly TextRenderer Renderer = new(TimeProvider.System);
    private static readonly NoticeFacts Facts = new(
        "sv", null, ["Alva"], null, 45, true, true, "Exempelstads bibliotek", "070-174 06 05", "https://svar.example.se/k/ab12cd34", null);

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
            CheckAndRender(asked.Text);
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

    // As the product does it: every text is checked before it is published, and rendered by its own rules.
    private static void CheckAndRender(string source)
    {
        var text = new TemplateText(new TemplateKey("programme", "step", Channel.Sms, "sv"), "fuzz", source);
        TextCheck.Of(text, Discretion.D3, text with { Key = text.Key with { Language = "en" } });
        Renderer.Render(text, Facts, CancellationToken.None);
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
