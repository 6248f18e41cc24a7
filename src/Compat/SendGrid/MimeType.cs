namespace SendGrid;

/// <summary>The media types of an e-mail's two bodies.</summary>
public class MimeType
{
    /// <summary>HTML.</summary>
    public static readonly string Html = "text/html";

    /// <summary>Plain text.</summary>
    public static readonly string Text = "text/plain";
}
