using System.Collections.Immutable;

namespace Notifieringar.Workflows.Importing;

/// <summary>What opening a people file came to.</summary>
public abstract record PeopleFileOutcome;

/// <summary>A file with a header we understand.</summary>
/// <param name="Rows">The data rows in the file's order, read as they are asked for; each enumeration reads the file from its beginning.</param>
/// <param name="Columns">The columns understood, by our headings, in the file's order.</param>
/// <param name="Notes">What staff should know about the file as a whole, such as a column that is not there.</param>
public sealed record OpenedPeopleFile(IEnumerable<ReadRow> Rows, ImmutableArray<string> Columns, ImmutableArray<RowFinding> Notes) : PeopleFileOutcome;

/// <summary>A file nothing can be read from.</summary>
/// <param name="Code">A stable code, see <see cref="FindingCode"/>.</param>
/// <param name="Message">Swedish: what was found, what is needed, and what to do.</param>
public sealed record RefusedPeopleFile(string Code, string Message) : PeopleFileOutcome;
