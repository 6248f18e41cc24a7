using System.Collections.Immutable;
using Notifieringar.Delivery.Letters.Layout;

namespace Notifieringar.Delivery.Letters;

/// <summary>What an envelope's window shows when the sheet has slid.</summary>
/// <param name="SlideX">How many mm to the right.</param>
/// <param name="SlideY">How many mm down.</param>
/// <param name="Seen">The part of the sheet that is seen, in mm from the sheet's top left corner.</param>
/// <param name="ShowsAddress">True when the whole of the address is seen.</param>
/// <param name="ShowsMore">True when anything else that is printed is seen.</param>
public sealed record WindowShift(double SlideX, double SlideY, MillimetreBox Seen, bool ShowsAddress, bool ShowsMore);

/// <summary>Whether the address stays in the window, and all else out of it, wherever the sheet slides in its envelope.</summary>
public static class WindowCheck
{
    /// <summary>Checks the corners, the sides and the middle of where the sheet can be: between them nothing else can be seen.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <returns>Row by row, from the top left.</returns>
    public static ImmutableArray<WindowShift> Of(EnvelopeProfile envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        double[] steps = [0, 0.5, 1];
        return [.. steps.SelectMany(down => steps.Select(right => At(envelope, right * envelope.SlackX, down * envelope.SlackY)))];
    }

    /// <summary>Where the sender stands on the sheet.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <returns>In mm from the sheet's top left corner.</returns>
    public static MillimetreBox SenderOn(EnvelopeProfile envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return LetterGeometry.Sender(envelope);
    }

    /// <summary>Where the text begins.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <returns>In mm from the sheet's top.</returns>
    public static double TextTopOn(EnvelopeProfile envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return LetterGeometry.TextTop(envelope);
    }

    private static WindowShift At(EnvelopeProfile envelope, double right, double down)
    {
        var seen = envelope.SeenAt(right, down);
        return new WindowShift(
            right,
            down,
            seen,
            seen.Contains(envelope.AddressArea),
            seen.Overlaps(LetterGeometry.Sender(envelope)) || seen.Bottom > LetterGeometry.TextTop(envelope));
    }
}
