namespace Azure.Data.Tables.Http;

/// <summary>An ETag as the If-Match header takes it; without one, any version that exists will do.</summary>
internal static class Conditions
{
    public static string Header(ETag etag)
    {
        var text = etag == default ? "*" : etag.ToString("H");

        // Inside a transaction the header is written as text, so a line break would begin another header.
        return text.AsSpan().ContainsAny('\r', '\n') ? throw new ArgumentException("An ETag has no line breaks.", nameof(etag)) : text;
    }
}
