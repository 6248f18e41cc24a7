using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Tests.Templates.Checking;

/// <summary>Checks of texts that are written in the test.</summary>
internal static class Checks
{
    public static TemplateText Text(string source, Channel channel = Channel.Letter, string language = "sv") =>
        new(new TemplateKey("sprakstart-6", "reminder", channel, language), "test", source);

    public static IReadOnlyList<TextFinding> Of(string source, Channel channel = Channel.Letter, string language = "sv", Discretion discretion = Discretion.D1) =>
        TextCheck.Of(Text(source, channel, language), discretion);

    /// <summary>Code, line and column of each finding.</summary>
    public static string Places(IEnumerable<TextFinding> findings) =>
        string.Join(' ', findings.Select(finding => $"{finding.Code}@{finding.Line}:{finding.Column}"));
}
