using Notifieringar.Tests.Compat.Scriban;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>
/// Templates to try: mutations of the golden ones, and every fifth made up from nothing. Seed and number determine a template, so a finding can
/// be repeated alone.
/// </summary>
internal sealed class FuzzTemplates(int seed)
{
    private const int Longest = 200_000;

    private static readonly IReadOnlyList<CorpusCase> Golden = CorpusCase.All;

    public FuzzTemplate this[int number]
    {
        get
        {
            var random = new Random(HashOf(seed, number));
            var setting = Golden[random.Next(Golden.Count)];
            var text = number % 5 == 0 ? new RandomTemplate(random).Write() : Mutated(setting.Template, random);
            return new FuzzTemplate(number, text.Length > Longest ? text[..Longest] : text, setting);
        }
    }

    private static string Mutated(string text, Random random)
    {
        var pieces = Pieces.Of(text);
        for (var left = 1 + (random.Next(4) * random.Next(2)); left > 0; left--)
        {
            Mutation.Apply(pieces, () => Golden[random.Next(Golden.Count)].Template, random);
        }

        return string.Concat(pieces);
    }

    // HashCode.Combine differs from process to process.
    private static int HashOf(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619) + 1566083941);
}
