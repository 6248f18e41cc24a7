using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Storage.Common;

namespace Notifieringar.Tests.Compat.AzureStorage;

public sealed class SharedKeyTextTests
{
    [Fact]
    public void Of_TheDocumentedContainerMetadataRequest_IsTheDocumentedText()
    {
        var request = Request(RequestMethod.Get, "https://myaccount.blob.core.windows.net/mycontainer?restype=container&comp=metadata&timeout=20");
        request.Headers.Add("x-ms-version", "2015-02-21");
        request.Headers.Add("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT");

        Assert.Equal(
            "GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-version:2015-02-21\n"
            + "/myaccount/mycontainer\ncomp:metadata\nrestype:container\ntimeout:20",
            SharedKeyText.Of(request, "myaccount"));
    }

    [Fact]
    public void Of_AnUpload_SignsLengthTypeConditionAndServiceHeadersInOrder()
    {
        var request = Request(RequestMethod.Put, "https://contoso.blob.core.windows.net/brev/a%20b.pdf");
        request.Content = RequestContent.Create(new byte[11]);
        request.Headers.Add("Content-Type", "application/pdf");
        request.Headers.Add("If-None-Match", "*");
        request.Headers.Add("x-ms-version", "2023-11-03");
        request.Headers.Add("x-ms-blob-type", " BlockBlob ");

        Assert.Equal(
            "PUT\n\n\n11\n\napplication/pdf\n\n\n\n*\n\n\nx-ms-blob-type:BlockBlob\nx-ms-version:2023-11-03\n/contoso/brev/a%20b.pdf",
            SharedKeyText.Of(request, "contoso"));
    }

    [Fact]
    public void Of_AnEmptyBody_LeavesTheLengthLineEmpty()
    {
        var request = Request(RequestMethod.Put, "https://contoso.queue.core.windows.net/q");
        request.Content = RequestContent.Create(Array.Empty<byte>());

        Assert.StartsWith("PUT\n\n\n\n", SharedKeyText.Of(request, "contoso"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EscapedAndRepeatedQuery_DecodesSortsAndJoinsValues()
    {
        var request = Request(RequestMethod.Get, "http://127.0.0.1:10001/devstoreaccount1/q/messages?popreceipt=A%2BB%3D&Include=b&include=a");

        Assert.EndsWith("\n/devstoreaccount1/devstoreaccount1/q/messages\ninclude:a,b\npopreceipt:A+B=", SharedKeyText.Of(request, "devstoreaccount1"), StringComparison.Ordinal);
    }

    private static Request Request(RequestMethod method, string uri)
    {
        var request = HttpPipelineBuilder.Build(new BlobClientOptions()).CreateRequest();
        request.Method = method;
        request.Uri.Reset(new Uri(uri));
        return request;
    }
}
