using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>The host adds <c>RetryContext</c> to the metadata when it retries by the function's own retry attribute.</summary>
internal sealed class HandlerRetryContext(TriggerPayload? payload) : RetryContext
{
    public override int RetryCount { get; } = Read(payload, "RetryCount");

    public override int MaxRetryCount { get; } = Read(payload, "MaxRetryCount");

    private static int Read(TriggerPayload? payload, string name) =>
        payload?.MetadataObject("RetryContext") is { } retry
        && retry.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var count)
            ? count
            : 0;
}
