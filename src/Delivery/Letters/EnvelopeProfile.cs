namespace Notifieringar.Delivery.Letters;

/// <summary>
/// Where an envelope's window lies over the folded sheet, and how far the sheet can slide inside the envelope.
/// The millimetres of the Swedish standard SS 61 41 22 were not available to us: the shipped profiles are made from envelope sizes
/// (ISO 269) and a vendor's window measures. <b>Verify each with a test print</b> and correct it in the settings.
/// </summary>
/// <param name="Name">The name staff choose it by, e.g. "C5-H2" (H right window, V left window).</param>
/// <param name="Window">The window in mm from the sheet's top left corner, when the sheet lies in the envelope's top left corner.</param>
/// <param name="SlackX">How many mm the sheet can slide to the right: the envelope's width less the sheet's.</param>
/// <param name="SlackY">How many mm the folded sheet can slide down: the envelope's height less the folded sheet's.</param>
/// <param name="FoldedHeight">The height in mm of the part of the A4 sheet that faces the window: 297, 148.5 or 99.</param>
public sealed record EnvelopeProfile(string Name, MillimetreBox Window, double SlackX, double SlackY, double FoldedHeight)
{
    // Half a millimetre for the printer's own registration on each side of what must be seen, two for what must not.
    private const double AddressMargin = 0.5;
    private const double ClearMargin = 2;

    /// <summary>A4 folded once in a C5 envelope (162 × 229), window at the right. Verify with a test print.</summary>
    public static EnvelopeProfile C5H2 { get; } = new("C5-H2", new(109, 44, 105, 35), 19, 13.5, 148.5);

    /// <summary>A4 folded once in a C5 envelope (162 × 229), window at the left. Verify with a test print.</summary>
    public static EnvelopeProfile C5V2 { get; } = new("C5-V2", new(15, 44, 105, 35), 19, 13.5, 148.5);

    /// <summary>A4 unfolded in a C4 envelope (229 × 324) with a tall window at the right. Verify with a test print.</summary>
    public static EnvelopeProfile C4H2 { get; } = new("C4-H2", new(114, 42, 100, 55), 19, 27, 297);

    /// <summary>A4 folded twice in an E65 envelope (110 × 220), window at the left. Verify with a test print.</summary>
    public static EnvelopeProfile E65V2 { get; } = new("E65-V2", new(15, 40, 95, 30), 10, 11, 99);

    /// <summary>The profile used when a unit has chosen none.</summary>
    public static EnvelopeProfile Default => C5H2;

    /// <summary>The profiles that ship.</summary>
    public static IReadOnlyList<EnvelopeProfile> Shipped { get; } = [C5H2, C5V2, C4H2, E65V2];

    /// <summary>The part of the sheet seen through the window wherever the sheet has slid: the address is printed inside it.</summary>
    public MillimetreBox AddressArea => new(
        Window.X + AddressMargin,
        Window.Y + AddressMargin,
        Math.Min(Window.Right - SlackX, SheetWidth) - Window.X - (2 * AddressMargin),
        Window.Height - SlackY - (2 * AddressMargin));

    /// <summary>Every part of the sheet that can be seen through the window at some shift: nothing but the address is printed inside it.</summary>
    public MillimetreBox KeepClear => new(
        Window.X - SlackX - ClearMargin,
        Window.Y - SlackY - ClearMargin,
        Window.Width + SlackX + (2 * ClearMargin),
        Window.Height + SlackY + (2 * ClearMargin));

    internal const double SheetWidth = 210;

    /// <summary>What the window shows of the sheet when the sheet has slid by this much.</summary>
    internal MillimetreBox SeenAt(double slideX, double slideY) => Window with { X = Window.X - slideX, Y = Window.Y - slideY };
}

/// <summary>A rectangle on the sheet, in millimetres from its top left corner.</summary>
public sealed record MillimetreBox(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;

    internal bool Contains(MillimetreBox other) =>
        other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    internal bool Overlaps(MillimetreBox other) =>
        other.X < Right && other.Right > X && other.Y < Bottom && other.Bottom > Y;
}
