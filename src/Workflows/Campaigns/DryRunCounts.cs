using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Counts a dry run.</summary>
internal sealed class DryRunCounts(UnitRules rules)
{
    private const int SamplesPerText = 2;

    private readonly SortedDictionary<(Channel Channel, string Language), Count> _texts = [];
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private int _fellBack;

    public DryRunReport Report => new(
        _texts.Values.Sum(text => text.Recipients),
        By(key => key.Channel.ToString()),
        By(key => key.Language),
        _fellBack,
        _skipped.ToImmutableSortedDictionary(StringComparer.Ordinal),
        _texts.Values.Sum(text => text.Parts),
        rules.SmsPrice is null && rules.LetterPrice is null ? null : _texts.Sum(text => Cost(text.Key.Channel, text.Value) ?? 0),
        [.. _texts.Select(text => new DryRunText(
            text.Key.Channel.ToString(), text.Key.Language, text.Value.Recipients, text.Value.Parts, Cost(text.Key.Channel, text.Value)))],
        [.. _texts.Values.SelectMany(text => text.Samples.Select(sample => sample.Text))]);

    public void Send(Person person, Channel channel, WrittenNotice? written)
    {
        if (written is null)
        {
            Skip(nameof(SkipReason.NoText));
            return;
        }

        if (!_texts.TryGetValue((channel, written.Language), out var count))
        {
            _texts[(channel, written.Language)] = count = new Count();
        }

        count.Recipients++;
        count.Parts += channel == Channel.Sms ? SmsLength.Count(written.Text.Body).Segments : 0;
        _fellBack += written.FellBack ? 1 : 0;
        count.Keep(person.Id, new SampleText(channel.ToString(), written.Language, written.Text.Subject, written.Text.Body));
    }

    public void Skip(string reason) => _skipped[reason] = _skipped.GetValueOrDefault(reason) + 1;

    private ImmutableSortedDictionary<string, int> By(Func<(Channel Channel, string Language), string> name) => _texts
        .GroupBy(text => name(text.Key), text => text.Value.Recipients, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(text => text.Key, text => text.Sum(), StringComparer.Ordinal);

    private decimal? Cost(Channel channel, Count count) => channel switch
    {
        Channel.Sms => count.Parts * rules.SmsPrice,
        Channel.Letter => count.Recipients * rules.LetterPrice,
        _ => null,
    };

    private sealed class Count
    {
        public int Recipients { get; set; }

        public int Parts { get; set; }

        public List<(PersonId Person, SampleText Text)> Samples { get; } = [];

        // People's ids are random: the lowest are as good a draw as any, and the same at every look.
        public void Keep(PersonId person, SampleText text)
        {
            if (Samples.Count == SamplesPerText && person.CompareTo(Samples[^1].Person) > 0)
            {
                return;
            }

            Samples.Add((person, text));
            Samples.Sort((one, other) => one.Person.CompareTo(other.Person));
            if (Samples.Count > SamplesPerText)
            {
                Samples.RemoveAt(SamplesPerText);
            }
        }
    }
}
