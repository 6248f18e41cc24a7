namespace Notifieringar.Model;

/// <summary>Why nothing more is said to a person. Several can hold at once; any one is enough.</summary>
[Flags]
public enum Silences
{
    /// <summary>Nothing stops us.</summary>
    None = 0,

    /// <summary>The addressee has died.</summary>
    Deceased = 1,

    /// <summary>Someone in the household, or in the child's other household, has protected personal data: staff handle it by hand.</summary>
    Protected = 2,

    /// <summary>The family has asked not to be contacted.</summary>
    OptedOut = 4,

    /// <summary>The household has moved out of the municipality.</summary>
    Moved = 8,

    /// <summary>The guardian has lost custody: nothing more is said to this household, and its codes open nothing.</summary>
    CustodyLost = 16,

    /// <summary>The household is being erased: its rows are about to go.</summary>
    Erased = 32,
}
