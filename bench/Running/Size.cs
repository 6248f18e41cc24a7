using System.Globalization;
using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Bench.Running;

/// <summary>An option that says how much is measured.</summary>
/// <param name="Option">As it is written, e.g. <c>--people</c>.</param>
/// <param name="Usual">When it is not written. All benches together take a quarter of an hour with these.</param>
/// <param name="What">What it counts.</param>
internal sealed record Size(string Option, int Usual, string What);

/// <summary>How much is measured.</summary>
internal sealed class ChosenSizes
{
    private readonly Dictionary<string, int> _chosen;

    private ChosenSizes(Dictionary<string, int> chosen) => _chosen = chosen;

    public int this[Size size] => _chosen.GetValueOrDefault(size.Option, size.Usual);

    /// <summary>Takes the sizes off the command line; what else is there is left.</summary>
    /// <exception cref="UsageException">A size is not a whole number above 0.</exception>
    public static ChosenSizes Read(OptionReader options, IEnumerable<Size> sizes)
    {
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var option in sizes.Select(size => size.Option).Distinct(StringComparer.Ordinal))
        {
            if (options.Text(option) is { } text)
            {
                chosen[option] = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                    ? number
                    : throw new UsageException($"{option} needs a whole number above 0, not '{text}'.");
            }
        }

        return new ChosenSizes(chosen);
    }
}
