using System.Collections.Immutable;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>What a campaign would send.</summary>
/// <param name="Recipients">How many people would get something.</param>
/// <param name="Channels">How many by each channel.</param>
/// <param name="Languages">How many in each language.</param>
/// <param name="FellBack">How many would get Swedish for want of a text in their own language.</param>
/// <param name="Skipped">Why others would not, and how many; nobody is named.</param>
/// <param name="SmsParts">How many parts of SMS would be paid for.</param>
/// <param name="Cost">What SMS and letters would cost in kronor, by the unit's prices; null when it has given none.</param>
/// <param name="Texts">The same by channel and language together.</param>
/// <param name="Samples">Texts as two people at most would get them, for each channel and language.</param>
public sealed record DryRunReport(
    int Recipients,
    ImmutableSortedDictionary<string, int> Channels,
    ImmutableSortedDictionary<string, int> Languages,
    int FellBack,
    ImmutableSortedDictionary<string, int> Skipped,
    int SmsParts,
    decimal? Cost,
    ImmutableArray<DryRunText> Texts,
    ImmutableArray<SampleText> Samples);

/// <summary>What would be sent on one channel in one language.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language.</param>
/// <param name="Recipients">How many people would get it.</param>
/// <param name="SmsParts">How many parts of SMS would be paid for; 0 for other channels.</param>
/// <param name="Cost">What it would cost in kronor; null when it costs nothing, or the unit has given no price.</param>
public sealed record DryRunText(string Channel, string Language, int Recipients, int SmsParts, decimal? Cost);

/// <summary>A text as one person would get it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language.</param>
/// <param name="Subject">An e-mail's subject; null for others.</param>
/// <param name="Body">The text; HTML for e-mails and letters.</param>
public sealed record SampleText(string Channel, string Language, string? Subject, string Body);
