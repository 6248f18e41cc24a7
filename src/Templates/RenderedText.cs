namespace Notifieringar.Templates;

/// <summary>A finished text.</summary>
/// <param name="Subject">Subject of an e-mail, one line of plain text; null for SMS and letters.</param>
/// <param name="Body">SMS: plain text. E-mail and letter: an HTML fragment whose values are escaped.</param>
/// <param name="PlainText">The e-mail's text/plain part; null for SMS and letters.</param>
public sealed record RenderedText(string? Subject, string Body, string? PlainText);
