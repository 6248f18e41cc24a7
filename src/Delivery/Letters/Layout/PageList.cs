using System.Collections.Immutable;
using System.Text.Json;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>Turns what the browser measured into the page list and the problems.</summary>
internal static class PageList
{
    /// <summary>Reads the measuring script's answer: the printed letters' page counts in order; problems found are added.</summary>
    public static ImmutableArray<(int Index, int Pages)> Read(JsonElement measured, LetterProblemKind?[] problems)
    {
        var printed = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var letter in measured.EnumerateArray())
        {
            var index = letter.GetProperty("index").GetInt32();
            if (letter.GetProperty("problem").GetString() is { } problem)
            {
                problems[index] = Enum.Parse<LetterProblemKind>(problem);
            }
            else
            {
                printed.Add((index, letter.GetProperty("pages").GetInt32()));
            }
        }

        return printed.ToImmutable();
    }

    public static PrintedPart Close(
        IReadOnlyList<LetterToPrint> letters, LetterProblemKind?[] problems, ImmutableArray<(int Index, int Pages)> printed, ReadOnlyMemory<byte> pdf)
    {
        var pages = ImmutableArray.CreateBuilder<PageEntry>();
        var next = 1;
        foreach (var (index, count) in printed)
        {
            pages.Add(new PageEntry(letters[index].Reference, next, count));
            next += count;
        }

        return new PrintedPart(
            pdf,
            pages.ToImmutable(),
            [.. letters.Zip(problems).Where(l => l.Second is not null).Select(l => new LetterProblem(l.First.Reference, l.Second!.Value))]);
    }
}
