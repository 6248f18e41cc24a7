namespace Azure.Storage.Blobs;

/// <summary>Reads a stream of unknown length into memory, up to a limit.</summary>
internal static class BoundedCopy
{
    private const int BufferBytes = 81920;

    public static async Task<MemoryStream> ReadAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            Check(copy.Length + read, limit);
            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }

    public static void Check(long length, long limit)
    {
        if (length > limit)
        {
            throw new ArgumentException($"The content is over {limit} bytes, which is what one Put Blob request takes.", nameof(length));
        }
    }
}
