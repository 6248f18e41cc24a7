using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>What a programme file turned out to be.</summary>
public abstract record ProgrammeOutcome
{
    private ProgrammeOutcome()
    {
    }

    /// <summary>A programme.</summary>
    /// <param name="Programme">The programme.</param>
    public sealed record Read(Programme Programme) : ProgrammeOutcome;

    /// <summary>Not a programme; every mistake found is named.</summary>
    /// <param name="Problems">The mistakes, in the order of the file.</param>
    public sealed record Invalid(ImmutableArray<ProgrammeProblem> Problems) : ProgrammeOutcome;
}

/// <summary>One mistake in a programme file.</summary>
/// <param name="Path">Where, for example <c>$.steps[1].ladder[0].channel</c>.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Value">What its remedy names: words, a number, a line; empty for most.</param>
public sealed record ProgrammeProblem(string Path, [property: JsonIgnore] ProgrammeFault Fault, [property: JsonIgnore] string Value = "")
{
    /// <summary>What to write there instead, in English.</summary>
    public string Remedy => ProgrammeRemedies.Of(Fault, Value);

    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Remedy}";
}
