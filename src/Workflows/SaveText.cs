using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>What came of publishing a text.</summary>
public abstract record SavedText
{
    private SavedText()
    {
    }

    /// <summary>It is published.</summary>
    /// <param name="Version">Its version: a hash of its content.</param>
    /// <param name="Findings">What could be better.</param>
    public sealed record Published(string Version, ImmutableArray<TextFinding> Findings) : SavedText;

    /// <summary>It must not be published as it is.</summary>
    /// <param name="Findings">What is wrong, and what could be better.</param>
    public sealed record Faulty(ImmutableArray<TextFinding> Findings) : SavedText;

    /// <summary>There is no place for it.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : SavedText;

    /// <summary>Somebody else published it at the same time.</summary>
    public sealed record Busy : SavedText;
}

/// <summary>Publishes a text after it has been checked. Campaigns that are approved keep the version they were approved with.</summary>
/// <param name="templates">The Templates table.</param>
/// <param name="cache">What this instance has read.</param>
public sealed class SaveText(TemplateTable templates, DefinitionCache cache)
{
    private const int VersionDigits = 12;
    private const int LongestLanguage = 20;
    private const string Swedish = "sv";

    /// <summary>Runs.</summary>
    /// <param name="key">What it is for.</param>
    /// <param name="source">The text (docs/templates-model.md).</param>
    /// <param name="isReviewed">True when a person who speaks the language has read it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<SavedText> RunAsync(TemplateKey key, string source, bool isReviewed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(source);
        cache.Forget(); // the programme may have been saved a moment ago, by another instance
        var programmes = await cache.ProgrammesAsync(cancellation).ConfigureAwait(false);
        var programme = programmes.FirstOrDefault(one => one.Id == key.Programme);
        if (Misplaced(key, programme?.StepNamed(key.Step)) is { } problem)
        {
            return new SavedText.Invalid(problem);
        }

        var written = source.Replace("\r\n", "\n", StringComparison.Ordinal);
        var version = "edited-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)))[..VersionDigits];
        var others = await cache.TextsAsync(key.Programme, key.Step, cancellation).ConfigureAwait(false);
        var text = new TemplateText(key, version, written, isReviewed);
        var findings = TextCheck.Of(text, programme!.Discretion, others.FirstOrDefault(other => other.Key == key with { Language = Swedish }));
        if (findings.Any(finding => finding.Weight == FindingWeight.Error))
        {
            return new SavedText.Faulty(findings);
        }

        var stored = new StoredText(key.Programme, key.Step, key.Channel, key.Language, version, written, Shipped: false, isReviewed);
        if (!await templates.PublishAsync(stored, cancellation).ConfigureAwait(false))
        {
            return new SavedText.Busy();
        }

        cache.Forget();
        return new SavedText.Published(version, findings);
    }

    private static string? Misplaced(TemplateKey key, Step? step) => step switch
    {
        null => "There is no such programme or step. Save the programme first.",
        _ when step.Ladder.All(rung => rung.Channel != key.Channel) => "The step is not said on that channel. Add it to the step's ladder first.",
        _ when key.Language.Length is 0 or > LongestLanguage || !key.Language.All(sign => char.IsAsciiLetter(sign) || sign == '-') =>
            "language is a BCP 47 tag, such as sv or ar.",
        _ => null,
    };
}
