using System.Collections.Immutable;
using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Workflows.Families;

namespace Notifieringar.Workflows.Letters;

/// <summary>A letter of a part, as staff find it in the pile.</summary>
/// <param name="FirstPage">From 1.</param>
/// <param name="Pages">How many.</param>
/// <param name="Name">Whose; null when the household must not be shown, or is gone.</param>
/// <param name="State">Where it stands; null when the household is gone, or the letter has been printed again.</param>
/// <param name="IsHidden">True for a household that must not be shown.</param>
/// <param name="MustBePulled">True while it must be taken out of the pile.</param>
public sealed record LetterInPile(int FirstPage, int Pages, string? Name, NoticeState? State, bool IsHidden, bool MustBePulled);

/// <summary>A part with its letters.</summary>
/// <param name="Part">The part.</param>
/// <param name="Letters">In the order of the pile.</param>
public sealed record PartWithLetters(ShownPart Part, ImmutableArray<LetterInPile> Letters);

/// <summary>Shows the letters of a part. A household with protected data is never named.</summary>
/// <param name="reading">Reads parts.</param>
public sealed class HeldLetters(PartReading reading)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The part; null when there is none.</returns>
    public async Task<PartWithLetters?> FindAsync(UnitId unit, string run, int part, CancellationToken cancellation)
    {
        if (await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is not { } held)
        {
            return null;
        }

        var letters = (await reading.LettersAsync(held, held.Pages, cancellation).ConfigureAwait(false)).ToDictionary(letter => letter.Printed);
        var pull = held.Pulls.Where(task => !task.Pulled).Select(task => task.Letter.FirstPage).ToHashSet();
        return new PartWithLetters(
            ShowLetterRuns.Shown(held.Part, held.Pulls),
            [.. held.Pages.OrderBy(page => page.FirstPage).Select(page => Shown(page, letters.GetValueOrDefault(page), pull))]);
    }

    /// <summary>A part's address among the pages.</summary>
    /// <param name="part">The part.</param>
    /// <returns>Its run and number.</returns>
    public static string PathOf(ShownPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return string.Create(CultureInfo.InvariantCulture, $"{part.Run}/{part.Part}");
    }

    private static LetterInPile Shown(PrintedLetter page, HeldLetter? letter, HashSet<int> pull)
    {
        var isHidden = letter is { Recipient.Person: { } person } && !Showing.IsShown(person);
        return new LetterInPile(
            page.FirstPage, page.Pages, isHidden ? null : letter?.Recipient.Person.FullName, letter?.Notice.State, isHidden, pull.Contains(page.FirstPage));
    }
}
