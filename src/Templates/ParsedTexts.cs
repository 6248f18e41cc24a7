using System.Collections.Concurrent;

namespace Notifieringar.Templates;

/// <summary>Parsed texts by their content, for all threads; a bounded number of them.</summary>
internal sealed class ParsedTexts
{
    /// <summary>Far more than a unit has texts; beyond it, all are forgotten and parsed anew when they are asked for.</summary>
    public const int Most = 500;

    /// <summary>No source is longer, in characters; a longer one is not parsed.</summary>
    public const int LongestSource = 100_000;

    private readonly ConcurrentDictionary<string, ParsedText> _parsed = new(StringComparer.Ordinal);

    public int Count => _parsed.Count;

    public ParsedText this[string source]
    {
        get
        {
            if (_parsed.TryGetValue(source, out var known))
            {
                return known;
            }

            // Threads that come here at once may each add one more.
            if (_parsed.Count >= Most)
            {
                _parsed.Clear();
            }

            return _parsed.GetOrAdd(source, static text => new ParsedText(text));
        }
    }
}
