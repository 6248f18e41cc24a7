using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

/// <summary>Signs each try of a request with the scheme SharedKeyLite; a retry gets a new date, so a long wait does not outlive it.</summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = credential.Sign(StringToSign(date, message.Request.Uri.ToUri()));
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // The path as sent, percent signs and all, and of the query only what names a part of the resource.
    private string StringToSign(string date, Uri uri)
    {
        var query = uri.Query.AsSpan().TrimStart('?');
        foreach (var range in query.Split('&'))
        {
            if (query[range].StartsWith("comp=", StringComparison.Ordinal))
            {
                return $"{date}\n/{credential.AccountName}{uri.AbsolutePath}?{query[range]}";
            }
        }

        return $"{date}\n/{credential.AccountName}{uri.AbsolutePath}";
    }
}
