using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Takes an answer that staff were given by phone, on paper or in person: the same state machine as the page's.</summary>
/// <param name="definitions">Units.</param>
/// <param name="taking">Takes answers.</param>
/// <param name="choosing">Moves to a chosen time.</param>
public sealed class AnswerOnBehalf(DefinitionCache definitions, AnswerTaking taking, ChooseTime choosing)
{
    private const int LongestOccasion = 64;

    private static readonly Dictionary<string, AnswerChoice> Choices = new(StringComparer.Ordinal)
    {
        ["yes"] = AnswerChoice.Yes,
        ["no"] = AnswerChoice.No,
        ["another-time"] = AnswerChoice.AnotherTime,
        ["collect"] = AnswerChoice.Collect,
        ["vote"] = AnswerChoice.Vote,
    };

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json"><c>person</c>, <c>occasion</c>, <c>answer</c>, for a vote <c>vote</c>, for a chosen time <c>starts</c>, <c>note</c> and
    /// <c>by</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        if (!Ids.IsWellFormed(order.Person)
            || order.Occasion is not { Length: > 0 and <= LongestOccasion } occasion || !Choices.TryGetValue(order.Answer ?? "", out var choice))
        {
            return new ChangeOutcome.Invalid($"Give person and occasion by their ids, and answer as one of {string.Join(", ", Choices.Keys)}.");
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules)
        {
            return new ChangeOutcome.Unknown("There is no such unit.");
        }

        var id = new PersonId(order.Person);
        var target = new AnswerTarget(rules, Keys.Shard(id, rules.Shards), id, new OccasionId(occasion), CodeHash: null);
        var outcome = choice == AnswerChoice.AnotherTime && order.Starts is { } starts
            ? await choosing.ConfirmAsync(target, starts, order.By, cancellation).ConfigureAwait(false)
            : await taking.TakeAsync(target, choice, order.Vote, new AnswerSource(AnswerChannel.Staff, order.By, order.Note), cancellation).ConfigureAwait(false);
        return Of(outcome);
    }

    private static ChangeOutcome Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Found or AnswerOutcome.Rebooked => new ChangeOutcome.Done(),
        AnswerOutcome.Unknown => new ChangeOutcome.Unknown("This person has no such invitation."),
        AnswerOutcome.Refused refused => new ChangeOutcome.Refused(refused.Problem),
        AnswerOutcome.Past or AnswerOutcome.CalledOff => new ChangeOutcome.Refused("It is too late: the answer changes nothing. It stands on the call list."),
        AnswerOutcome.Silenced => new ChangeOutcome.Refused("Nothing is said to this person any more."),
        AnswerOutcome.Times => new ChangeOutcome.Refused("That time is not free. Choose another."),
        _ => new ChangeOutcome.Refused("Others kept changing the person. Try again."),
    };
}
