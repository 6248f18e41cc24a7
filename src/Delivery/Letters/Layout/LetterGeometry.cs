namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>Where the parts of the front page lie, in millimetres, around an envelope's window.</summary>
internal static class LetterGeometry
{
    private const double SideMargin = 24;
    private const double Gap = 4;
    private const double SenderTop = 14;

    /// <summary>The sender's block: beside the window, on the side with more room.</summary>
    public static MillimetreBox Sender(EnvelopeProfile envelope)
    {
        var clear = envelope.KeepClear;
        var roomLeft = clear.X - SideMargin - Gap;
        var roomRight = EnvelopeProfile.SheetWidth - SideMargin - clear.Right - Gap;
        var height = clear.Bottom - SenderTop - Gap;
        return roomLeft >= roomRight
            ? new MillimetreBox(SideMargin, SenderTop, roomLeft, height)
            : new MillimetreBox(clear.Right + Gap, SenderTop, roomRight, height);
    }

    /// <summary>How far down the text begins: below everything the window can show, and never higher than a letter looks right.</summary>
    public static double TextTop(EnvelopeProfile envelope) => Math.Max(envelope.KeepClear.Bottom + Gap, 78);
}
