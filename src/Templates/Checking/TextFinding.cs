namespace Notifieringar.Templates.Checking;

/// <summary>Something to know or to mend in a text, found without running it.</summary>
/// <param name="Text">Which text.</param>
/// <param name="Code">One of <see cref="TextFindingCode"/>; stable.</param>
/// <param name="Weight">How much it matters.</param>
/// <param name="Line">Line, from 1. What is about a whole text stands at its first character.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Message">A Swedish sentence that says what it is.</param>
/// <param name="Remedy">A Swedish sentence that says what to do.</param>
public sealed record TextFinding(TemplateKey Text, string Code, FindingWeight Weight, int Line, int Column, string Message, string Remedy);
