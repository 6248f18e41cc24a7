using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Planning.Reports;

/// <summary>What has been said and not said in a year of a programme, as it may be shown.</summary>
/// <param name="Said">What has been said; null when hidden, as all of them.</param>
/// <param name="Channels">The same by channel.</param>
/// <param name="Languages">The same by language.</param>
/// <param name="NotSaid">What was not said, or was left to staff.</param>
/// <param name="Reasons">The same by reason.</param>
public sealed record ShownNotices(
    int? Said, ImmutableArray<ShownPart> Channels, ImmutableArray<ShownPart> Languages, int? NotSaid, ImmutableArray<ShownPart> Reasons);

/// <summary>A part of a sum.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Number">The number; null when hidden.</param>
public sealed record ShownPart(string Name, int? Number);

/// <summary>Counts notices by year and programme, person by person. People with protected data and those who have died are not counted.</summary>
public sealed class NoticeTally
{
    /// <summary>The reason under which all stand who are not to be written to, so that none of those reasons is told.</summary>
    public const string Silenced = "Silenced";

    private readonly Dictionary<(int Year, string Programme), Counts> _counts = [];

    /// <summary>What has been counted: years, in Sweden, in which a state was recorded, and programmes.</summary>
    public IEnumerable<(int Year, string Programme)> Keys => _counts.Keys;

    /// <summary>Adds a person's notices.</summary>
    /// <param name="recipient">The person with all that is known.</param>
    public void Add(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var person = recipient.Person;
        if ((person.Silences & (Silences.Protected | Silences.Deceased)) != Silences.None || person.Address is { IsForwardingOfProtected: true })
        {
            return;
        }

        foreach (var notice in recipient.Notices)
        {
            if (notice.RecordedAt is { } at)
            {
                CountsOf(Stockholm.LocalOf(at).Year, notice.Key.Programme).Add(notice);
            }
        }
    }

    /// <summary>The numbers of a year and programme.</summary>
    /// <param name="year">The year.</param>
    /// <param name="programme">The programme's id.</param>
    /// <returns>What may be shown.</returns>
    public ShownNotices Of(int year, string programme) => CountsOf(year, programme).Shown();

    private Counts CountsOf(int year, string programme) =>
        _counts.TryGetValue((year, programme), out var found) ? found : _counts[(year, programme)] = new Counts();

    private sealed class Counts
    {
        private readonly SortedDictionary<string, int> _channels = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> _languages = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);

        public void Add(Notice notice)
        {
            if (notice.State is NoticeState.Accepted or NoticeState.Delivered or NoticeState.Printed or NoticeState.Posted)
            {
                Count(_channels, notice.Channel.ToString());
                Count(_languages, notice.Language);
            }
            else if (notice.State is NoticeState.Skipped or NoticeState.OnList && ReasonOf(notice.SkipReason) is { } reason)
            {
                Count(_reasons, reason);
            }
        }

        public ShownNotices Shown()
        {
            var numbers = new LinkedNumbers();
            var said = numbers.Add(_channels.Values.Sum());
            var notSaid = numbers.Add(_reasons.Values.Sum());
            var (channels, languages, reasons) = (Parts(numbers, said, _channels), Parts(numbers, said, _languages), Parts(numbers, notSaid, _reasons));
            var shown = numbers.Shown();
            return new ShownNotices(shown[said], From(channels), From(languages), shown[notSaid], From(reasons));

            ImmutableArray<ShownPart> From(IEnumerable<(string Name, int Place)> parts) => [.. parts.Select(part => new ShownPart(part.Name, shown[part.Place]))];
        }

        private static List<(string Name, int Place)> Parts(LinkedNumbers numbers, int total, SortedDictionary<string, int> counts)
        {
            var parts = counts.Select(count => (count.Key, Place: numbers.Add(count.Value))).ToList();
            numbers.AddUp(total, parts.Select(part => part.Place));
            return parts;
        }

        private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

        private static string? ReasonOf(SkipReason? reason) => reason switch
        {
            null or SkipReason.Deceased or SkipReason.Protected => null,
            SkipReason.OptedOut or SkipReason.Moved or SkipReason.CustodyLost or SkipReason.Erased => Silenced,
            { } other => other.ToString(),
        };
    }
}
