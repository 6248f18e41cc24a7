using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Storage has written a transaction, and the connection breaks before it says so: the client tries again, and is told that it is too
/// late.</summary>
internal sealed class LostAnswers : HttpPipelinePolicy
{
    private int _toLose;

    /// <summary>How many answers have been lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Loses the answer of the next transaction.</summary>
    public void LoseNext() => Interlocked.Exchange(ref _toLose, 1);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Interlocked.Exchange(ref _toLose, 0) == 1)
        {
            Lost++;
            throw new IOException("The connection broke.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
