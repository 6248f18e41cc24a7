namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>How the reading of a list ended.</summary>
internal enum ListVerdict
{
    /// <summary>Every row is stored or refused with a reason.</summary>
    Read,

    /// <summary>The list is refused as a whole, with a reason.</summary>
    Refused,

    /// <summary>With an exception: an import that ends in the poison queue.</summary>
    Crash,

    /// <summary>A row is neither stored nor refused.</summary>
    Lost,

    /// <summary>A finding repeats what was written about a family.</summary>
    Told,

    /// <summary>After allocating more than a list of its size may.</summary>
    TooMuch,
}

/// <summary>What became of one list.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Detail">What is wrong, for a fault; else empty.</param>
/// <param name="Stored">Rows to store.</param>
/// <param name="Rejected">Rows refused.</param>
/// <param name="Bytes">What was allocated.</param>
internal sealed record ListOutcome(ListVerdict Verdict, string Detail, int Stored, int Rejected, long Bytes)
{
    public bool IsFault => Verdict is not (ListVerdict.Read or ListVerdict.Refused);
}
