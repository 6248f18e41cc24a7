using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>A request's body read from the caller's stream, again from the same place on each retry. The stream stays open: it is the caller's.</summary>
internal sealed class CallersStream(Stream stream) : RequestContent
{
    private readonly long _origin = stream.Position;

    public override bool TryComputeLength(out long length)
    {
        length = stream.Length - _origin;
        return true;
    }

    public override void WriteTo(Stream destination, CancellationToken cancellation)
    {
        stream.Position = _origin;
        stream.CopyTo(destination);
    }

    public override Task WriteToAsync(Stream destination, CancellationToken cancellation)
    {
        stream.Position = _origin;
        return stream.CopyToAsync(destination, cancellation);
    }

    public override void Dispose()
    {
    }
}
