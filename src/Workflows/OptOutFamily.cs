using System.Text.Json;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Workflows;

/// <summary>Orders that a family hears nothing more, at its own wish, by the code of a letter. Staff can see the silence as any other.</summary>
/// <param name="reading">Invitations.</param>
/// <param name="order">Orders silences.</param>
public sealed class OptOutFamily(InvitationReading reading, OrderSilence order)
{
    /// <summary>Runs.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.OptedOut"/> once the silence is in the journal; else what the code opens.</returns>
    public async Task<AnswerOutcome> RunAsync(string code, CancellationToken cancellation)
    {
        if (await reading.FindAsync(code, cancellation).ConfigureAwait(false) is not { } target)
        {
            return new AnswerOutcome.Unknown();
        }

        var read = await reading.ReadAsync(target, cancellation).ConfigureAwait(false);
        if (read.Outcome is not AnswerOutcome.Found found)
        {
            return read.Outcome;
        }

        var wish = JsonSerializer.Serialize(new { person = target.Person.Value, kind = "opted-out", by = "family" });
        return await order.RunAsync(target.Rules.Unit, wish, cancellation).ConfigureAwait(false) is SilenceOutcome.Ordered
            ? new AnswerOutcome.OptedOut(found.Language)
            : new AnswerOutcome.Busy();
    }
}
