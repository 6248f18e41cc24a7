using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;

namespace Storage.Common;

/// <summary>Dates and signs each attempt of a blob or queue request; it belongs after the retry policy, so that a retry is signed anew.</summary>
internal sealed class SharedKeyPolicy(StorageSharedKeyCredential credential, TimeProvider? time = null) : HttpPipelineSynchronousPolicy
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", _time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        var signature = SharedKeyHmac.Sign(credential.AccountKey, SharedKeyText.Of(request, credential.AccountName));
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{signature}");
    }
}
