using Notifieringar.Templates.Checking;

namespace Notifieringar.Functions;

/// <summary>A finding in a text as HTTP shows it.</summary>
internal sealed record FindingView(string Code, string Weight, int Line, int Column, string Message, string Remedy)
{
    public static FindingView Of(TextFinding finding) =>
        new(finding.Code, finding.Weight.ToString(), finding.Line, finding.Column, finding.Message, finding.Remedy);
}
