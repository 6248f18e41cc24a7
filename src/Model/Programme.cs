using System.Collections.Immutable;

namespace Notifieringar.Model;

/// <summary>One kind of outreach, as data.</summary>
/// <param name="Id">Lower-case id used in keys and folders, for example <c>sprakstart-6</c>.</param>
/// <param name="Name">Swedish name for staff screens; never printed in a discreet notice.</param>
/// <param name="Discretion">What may be seen by others.</param>
/// <param name="Occasion">What people are invited to.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Silence">What it means when nobody answers.</param>
/// <param name="Answers">What an invited person can answer; none for what asks no question.</param>
/// <param name="Touches">How many times a person who does not answer is written to before staff phones instead; null for no limit.</param>
/// <param name="Steps">What is said, in order.</param>
public sealed record Programme(
    string Id,
    string Name,
    Discretion Discretion,
    OccasionForm Occasion,
    Audience Audience,
    NoAnswer Silence,
    ImmutableArray<AnswerChoice> Answers,
    int? Touches,
    ImmutableArray<Step> Steps)
{
    /// <summary>Finds a step by its id.</summary>
    /// <param name="id">The step's id.</param>
    /// <returns>The step, or null when the programme has none of that name.</returns>
    public Step? StepNamed(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <summary>What it means when an invited person does not answer.</summary>
public enum NoAnswer
{
    /// <summary>The unit decides: <see cref="UnitRules.ComesUnlessNo"/>.</summary>
    UnitDecides,

    /// <summary>The person is expected.</summary>
    Yes,

    /// <summary>The person is not expected.</summary>
    No,
}

/// <summary>One thing that can be answered.</summary>
public enum AnswerChoice
{
    /// <summary>Welcome; I am coming.</summary>
    Yes,

    /// <summary>No thank you.</summary>
    No,

    /// <summary>Another time, chosen among those that are free.</summary>
    AnotherTime,

    /// <summary>What would have been brought is collected at the library.</summary>
    Collect,

    /// <summary>A vote among named alternatives.</summary>
    Vote,
}
