using System.Collections.Immutable;
using Notifieringar.Planning.Reports;

namespace Notifieringar.Tests.Planning.Reports;

public sealed class LinkedNumbersTests
{
    private const int Rows = 2;
    private const int Columns = 3;

    [Fact]
    public void Shown_ASmallPart_TakesAnotherWithIt_AndTheSumStays()
    {
        var numbers = new LinkedNumbers();
        int[] parts = [numbers.Add(50), numbers.Add(7), numbers.Add(2), numbers.Add(0)];
        numbers.AddUp(numbers.Add(59), parts);

        Assert.Equal([50, null, null, 0, 59], numbers.Shown());
    }

    [Fact]
    public void Shown_SmallPartsThatAreOneEach_TakeAnotherWithThem()
    {
        var numbers = new LinkedNumbers();
        int[] parts = [numbers.Add(1), numbers.Add(1), numbers.Add(30), numbers.Add(8)];
        numbers.AddUp(numbers.Add(40), parts);

        Assert.Equal([null, null, 30, null, 40], numbers.Shown());
    }

    [Fact]
    public void Shown_WithoutSmallNumbers_IsEverything()
    {
        var numbers = new LinkedNumbers();
        int[] parts = [numbers.Add(5), numbers.Add(0)];
        numbers.AddUp(numbers.Add(5), parts);

        Assert.Equal([5, 0, 5], numbers.Shown());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Shown_OfManyTables_NoHiddenNumberCanBeCountedBack(int seed)
    {
        var chance = new Random(seed);
        for (var table = 0; table < 100; table++)
        {
            int[] parts = [.. Enumerable.Range(0, Rows * Columns).Select(_ => chance.Next(3) == 0 ? 0 : chance.Next(1, 10))];

            AssertHides(parts, ShownTable(parts));
        }
    }

    // What is not said is only said to be at least one: with that and the sums, each hidden part must be able to be two different numbers.
    private static void AssertHides(int[] parts, ImmutableArray<int?> shown)
    {
        var possible = Enumerable.Range(0, parts.Length).Select(_ => new HashSet<int>()).ToArray();
        foreach (var guess in Guesses(shown, []))
        {
            for (var place = 0; place < parts.Length; place++)
            {
                possible[place].Add(guess[place]);
            }
        }

        for (var place = 0; place < parts.Length; place++)
        {
            var table = $"{string.Join(' ', parts)} shown as {string.Join(' ', shown.Select(number => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"))}";
            Assert.True(shown[place] is null == possible[place].Count > 1, table);
            Assert.True(shown[place] is not (> 0 and < 5), table);
        }
    }

    private static IEnumerable<int[]> Guesses(ImmutableArray<int?> shown, ImmutableList<int> guessed)
    {
        if (guessed.Count > 0 && guessed.Count % Columns == 0 && !Fits(shown[(Rows * Columns) + (guessed.Count / Columns) - 1], guessed.TakeLast(Columns).Sum()))
        {
            yield break;
        }

        if (guessed.Count == Rows * Columns)
        {
            var sums = Enumerable.Range(0, Columns).Select(column => Enumerable.Range(0, Rows).Sum(row => guessed[(row * Columns) + column])).ToList();
            if (sums.Select((sum, column) => Fits(shown[(Rows * Columns) + Rows + column], sum)).All(fits => fits) && Fits(shown[^1], guessed.Sum()))
            {
                yield return [.. guessed];
            }

            yield break;
        }

        foreach (var next in shown[guessed.Count] is { } known ? [known] : Enumerable.Range(1, 11))
        {
            foreach (var guess in Guesses(shown, guessed.Add(next)))
            {
                yield return guess;
            }
        }
    }

    private static bool Fits(int? shown, int sum) => shown is { } known ? known == sum : sum > 0;

    private static ImmutableArray<int?> ShownTable(int[] parts)
    {
        var numbers = new LinkedNumbers();
        var places = parts.Select(numbers.Add).ToList();
        var rows = Enumerable.Range(0, Rows).Select(row => Sum(Enumerable.Range(0, Columns).Select(column => (row * Columns) + column))).ToList();
        var columns = Enumerable.Range(0, Columns).Select(column => Sum(Enumerable.Range(0, Rows).Select(row => (row * Columns) + column))).ToList();
        var all = numbers.Add(parts.Sum());
        numbers.AddUp(all, rows);
        numbers.AddUp(all, columns);
        return numbers.Shown();

        int Sum(IEnumerable<int> of)
        {
            int[] summed = [.. of];
            var place = numbers.Add(summed.Sum(part => parts[part]));
            numbers.AddUp(place, summed.Select(part => places[part]));
            return place;
        }
    }
}
