using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The service's answer to one action of a transaction.</summary>
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    public PartResponse(int status, string reasonPhrase, Dictionary<string, string> headers, ReadOnlyMemory<byte> body, string clientRequestId)
    {
        Status = status;
        ReasonPhrase = reasonPhrase;
        _headers = headers;
        ClientRequestId = clientRequestId;
        ContentStream = MemoryMarshal.TryGetArray(body, out var array) && array.Array is not null
            ? new MemoryStream(array.Array, array.Offset, array.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(body.ToArray());
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));
}
