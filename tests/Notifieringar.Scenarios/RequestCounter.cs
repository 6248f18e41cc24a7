using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Scenarios;

/// <summary>Counts what a storage client asks, without what names a row.</summary>
internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    public ConcurrentBag<string> Requests { get; } = [];

    /// <summary>How often each was asked, a line each.</summary>
    public string Kinds => string.Join('\n', Requests.GroupBy(request => request).Select(group => $"{group.Count()} {group.Key}"));

    public override void OnSendingRequest(HttpMessage message) => Requests.Add($"{message.Request.Method} {message.Request.Uri.Path.Split('(')[0]}");
}
