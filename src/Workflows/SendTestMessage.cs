using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.TestMessages;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Sends a text about an invented family to the tester, and to nobody else. Nothing is written about anybody, and the tester's own address
/// is neither kept nor logged.</summary>
/// <param name="definitions">Units, programmes and texts.</param>
/// <param name="writing">Writes.</param>
/// <param name="permits">Whether it may leave.</param>
/// <param name="delivery">Hands it over.</param>
/// <param name="clock">The occasion is some weeks from now.</param>
/// <param name="logger">Log.</param>
public sealed partial class SendTestMessage(
    DefinitionCache definitions, TestWriting writing, TestPermits permits, TestDelivery delivery, IClock clock, ILogger<SendTestMessage> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit that it is sent from.</param>
    /// <param name="key">Which text.</param>
    /// <param name="json">The order (docs/templates-model.md).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public Task<TestOutcome> RunAsync(UnitId unit, TemplateKey key, string json, CancellationToken cancellation) =>
        RunAsync(unit, key, json, occasion: null, cancellation);

    /// <summary>Runs, about an occasion that there is.</summary>
    internal async Task<TestOutcome> RunAsync(UnitId unit, TemplateKey key, string json, Occasion? occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        definitions.Forget(); // who tests has often just published
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || programmes.FirstOrDefault(one => one.Id == key.Programme) is not { } programme
            || programme.StepNamed(key.Step) is null
            || !Languages.IsTag(key.Language))
        {
            return new TestOutcome.Unknown("There is no such unit, programme, step or language.");
        }

        var now = clock.GetCurrentInstant();
        var order = TestOrder.Read(json);
        var family = TestFamily.Find(order?.Family, unit, key.Language, Planning.Calendar.Stockholm.LocalOf(now).Date);
        if (order is null || family is null)
        {
            return new TestOutcome.Invalid($"Write JSON with to, family and text. family is one of {string.Join(", ", TestFamily.Names)}.");
        }

        var outcome = order.Problem(key.Channel, family.Person) is { } problem
            ? new TestOutcome.Invalid(problem)
            : await permits.MakeAsync(unit, cancellation).ConfigureAwait(false)
                ?? await TestAsync(new TestCase(programme, rules, family, now, occasion), key, order, cancellation).ConfigureAwait(false);
        Log.Tested(logger, unit, key.Programme, key.Step, key.Language, key.Channel, outcome.GetType().Name);
        return outcome;
    }

    private async Task<TestOutcome> TestAsync(TestCase about, TemplateKey key, TestOrder order, CancellationToken cancellation)
    {
        var known = await definitions.TextsAsync(key.Programme, key.Step, cancellation).ConfigureAwait(false);
        var swedish = known.FirstOrDefault(text => text.Key == key with { Language = TextVersion.Swedish });
        var text = order.Text is { } draft ? new TemplateText(key, "draft", draft) : known.FirstOrDefault(one => one.Key == key);
        if (text is null)
        {
            return new TestOutcome.Unknown("There is no such text. Write one as text.");
        }

        var findings = order.Text is null ? [] : TextCheck.Of(text, about.Programme.Discretion, swedish);
        if (findings.Any(finding => finding.Weight == FindingWeight.Error))
        {
            return new TestOutcome.Faulty(findings);
        }

        var (written, problem) = await writing.WriteAsync(about, text, cancellation).ConfigureAwait(false);
        return written is null ? new TestOutcome.Invalid(problem)
            : key.Channel == Channel.Letter ? await PrintAsync(about, text, written, swedish, cancellation).ConfigureAwait(false)
            : await SendAsync(about.Rules, key, order.To!, written, cancellation).ConfigureAwait(false);
    }

    private async Task<TestOutcome> SendAsync(UnitRules rules, TemplateKey key, string to, RenderedText written, CancellationToken cancellation) =>
        await permits.SendAsync(rules.Unit, key.Channel, to, cancellation).ConfigureAwait(false)
        ?? (key.Channel == Channel.Sms
            ? await delivery.SmsAsync(rules, to, key.Language, written.Body, cancellation).ConfigureAwait(false)
            : await delivery.EmailAsync(rules, to, key.Language, written, cancellation).ConfigureAwait(false));

    // As families get it: Swedish stands below every other language.
    private async Task<TestOutcome> PrintAsync(
        TestCase about, TemplateText text, RenderedText written, TemplateText? swedish, CancellationToken cancellation)
    {
        var isAlone = Letters.LetterDocument.IsSwedish(text.Key.Language);
        var (below, problem) = isAlone || swedish is null
            ? (null, "There is no Swedish text, and it stands below every other.")
            : await writing.WriteAsync(about, swedish, cancellation).ConfigureAwait(false);
        if (!isAlone && below is null)
        {
            return new TestOutcome.Invalid(problem);
        }

        var letter = await writing.LetterAsync(about, text, written, below, cancellation).ConfigureAwait(false);
        return await delivery.PrintAsync(about.Rules, letter, cancellation).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Test of {Programme}/{Step}, {Language} {Channel}, for {Unit}: {Outcome}.")]
        public static partial void Tested(
            ILogger logger, UnitId unit, string programme, string step, string language, Channel channel, string outcome);
    }
}
