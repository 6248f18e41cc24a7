namespace Notifieringar.Model;

/// <summary>Why a household is to be silenced.</summary>
public enum SilenceKind
{
    /// <summary>The addressee has died.</summary>
    Deceased,

    /// <summary>A child has died.</summary>
    ChildDeceased,

    /// <summary>Someone in the household has protected personal data.</summary>
    Protected,

    /// <summary>The family has asked not to be contacted.</summary>
    OptedOut,

    /// <summary>The household has moved out of the municipality.</summary>
    Moved,

    /// <summary>The guardian has lost custody.</summary>
    CustodyLost,

    /// <summary>The household has asked for its data to be erased. Ordered by erasing it, never by itself.</summary>
    Erased,
}

/// <summary>What a kind of silence does to a person.</summary>
public static class SilenceKinds
{
    /// <summary>The flag that is set on the person.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>None for a child's death: it stands with the child, and a surviving sibling is still visited.</returns>
    public static Silences FlagOf(SilenceKind kind) => kind switch
    {
        SilenceKind.Deceased => Silences.Deceased,
        SilenceKind.Protected => Silences.Protected,
        SilenceKind.OptedOut => Silences.OptedOut,
        SilenceKind.Moved => Silences.Moved,
        SilenceKind.CustodyLost => Silences.CustodyLost,
        SilenceKind.Erased => Silences.Erased,
        _ => Silences.None,
    };

    /// <summary>Tells whether the child's other homes are silenced too.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>False when custody is lost or one home is erased: the other guardian's home goes on.</returns>
    public static bool Spreads(SilenceKind kind) => kind is not (SilenceKind.CustodyLost or SilenceKind.Erased);
}
