using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>What a campaign would send.</summary>
/// <param name="Recipients">How many people would get something.</param>
/// <param name="Channels">How many by each channel.</param>
/// <param name="Languages">How many in each language.</param>
/// <param name="FellBack">How many would get Swedish for want of a text in their own language.</param>
/// <param name="Skipped">Why others would not, and how many; nobody is named.</param>
/// <param name="SmsParts">How many parts of SMS would be paid for.</param>
/// <param name="Cost">What SMS and letters would cost in kronor, by the unit's prices; null when it has given none.</param>
/// <param name="Samples">Texts as three people at most would get them, for each channel.</param>
public sealed record DryRunReport(
    int Recipients,
    ImmutableSortedDictionary<string, int> Channels,
    ImmutableSortedDictionary<string, int> Languages,
    int FellBack,
    ImmutableSortedDictionary<string, int> Skipped,
    int SmsParts,
    decimal? Cost,
    ImmutableArray<SampleText> Samples);

/// <summary>A text as one person would get it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language.</param>
/// <param name="Subject">An e-mail's subject; null for others.</param>
/// <param name="Body">The text; HTML for e-mails and letters.</param>
public sealed record SampleText(string Channel, string Language, string? Subject, string Body);

/// <summary>Counts a dry run.</summary>
internal sealed class DryRunCounts(UnitRules rules)
{
    private const int SamplesPerChannel = 3;

    private readonly Dictionary<string, int> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<(PersonId Person, SampleText Text)> _samples = [];
    private int _fellBack;
    private int _parts;

    public DryRunReport Report => new(
        _channels.Values.Sum(),
        _channels.ToImmutableSortedDictionary(StringComparer.Ordinal),
        _languages.ToImmutableSortedDictionary(StringComparer.Ordinal),
        _fellBack,
        _skipped.ToImmutableSortedDictionary(StringComparer.Ordinal),
        _parts,
        rules.SmsPrice is null && rules.LetterPrice is null
            ? null
            : (_parts * (rules.SmsPrice ?? 0)) + (_channels.GetValueOrDefault(nameof(Channel.Letter)) * (rules.LetterPrice ?? 0)),
        [.. _samples.Select(sample => sample.Text)]);

    public void Send(Person person, Channel channel, WrittenNotice? written)
    {
        if (written is null)
        {
            Skip(nameof(SkipReason.NoText));
            return;
        }

        Count(_channels, channel.ToString());
        Count(_languages, written.Language);
        _fellBack += written.FellBack ? 1 : 0;
        _parts += channel == Channel.Sms ? SmsLength.Count(written.Text.Body).Segments : 0;
        Sample(person.Id, new SampleText(channel.ToString(), written.Language, written.Text.Subject, written.Text.Body));
    }

    public void Skip(string reason) => Count(_skipped, reason);

    // People's ids are random: the lowest are as good a draw as any, and the same at every look.
    private void Sample(PersonId person, SampleText text)
    {
        _samples.Add((person, text));
        _samples.Sort((one, other) => string.CompareOrdinal(one.Text.Channel, other.Text.Channel) is var order and not 0 ? order : one.Person.CompareTo(other.Person));
        var ofChannel = _samples.FindAll(sample => sample.Text.Channel == text.Channel);
        if (ofChannel.Count > SamplesPerChannel)
        {
            _samples.Remove(ofChannel[^1]);
        }
    }

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
