namespace Notifieringar.Bench.Fuzzing;

/// <summary>How a template ended.</summary>
internal enum FuzzVerdict
{
    /// <summary>With a text.</summary>
    Text,

    /// <summary>With errors of the parser or of the rendering, as templates may.</summary>
    Refused,

    /// <summary>With an exception that no caller expects.</summary>
    Crash,

    /// <summary>Not at all.</summary>
    Hang,

    /// <summary>Long after its deadline.</summary>
    TooLong,

    /// <summary>After allocating more than a rendering may.</summary>
    TooMuch,

    /// <summary>With something in its text that only a hidden .NET member knows.</summary>
    Leak,
}

/// <summary>What became of one template.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Detail">The exception, for a crash; else empty.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Bytes">What it allocated.</param>
internal sealed record FuzzOutcome(FuzzVerdict Verdict, string Detail, TimeSpan Elapsed, long Bytes)
{
    public bool IsFault => Verdict is not (FuzzVerdict.Text or FuzzVerdict.Refused);
}
