using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Letters;

/// <summary>The queue message of a unit's letter run.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RunDate">The run's local date, <c>yyyy-MM-dd</c>.</param>
public sealed record LetterRunReference(string Unit, string RunDate);

/// <summary>One letter of a part: references only.</summary>
/// <param name="Shard">The person's shard.</param>
/// <param name="Person">The person.</param>
/// <param name="Notice">The notice key.</param>
public sealed record RunLetter(string Shard, string Person, string Notice);

/// <summary>Which pages of a printed part are whose.</summary>
/// <param name="Person">The person.</param>
/// <param name="Notice">The notice key.</param>
/// <param name="FirstPage">From 1.</param>
/// <param name="Pages">How many.</param>
public sealed record PrintedLetter(string Person, string Notice, int FirstPage, int Pages);

/// <summary>A part of a letter run.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RunDate">The run's local date.</param>
/// <param name="Part">From 1.</param>
/// <param name="Printed">True when its PDF is written and its letters are recorded.</param>
/// <param name="Posted">True when staff have handed it to the post.</param>
public sealed record LetterRunPart(UnitId Unit, LocalDate RunDate, int Part, bool Printed, bool Posted = false)
{
    /// <summary>Reads a part's name.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The name, as <see cref="Name"/> writes it.</param>
    /// <returns>The part, without its state.</returns>
    /// <exception cref="FormatException">The text is not a part's name.</exception>
    public static LetterRunPart Parse(UnitId unit, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('~');
        return parts.Length == 2 && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new LetterRunPart(unit, LocalDatePattern.Iso.Parse(parts[0]).GetValueOrThrow(), number, Printed: false)
            : throw new FormatException("A part's name is its run's date and its number.");
    }

    /// <summary>The part's name in blobs and ledger rows.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(RunDate)}~{Part:000}");
}
