using Notifieringar.Records.Imports;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Takes an import file of families as it is.</summary>
internal sealed class PostPeopleFile(ReceiveImport workflow) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "people/file";

    public long LongestBody => ImportStore.LargestFile;

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) =>
        await workflow.RunAsync(request.Caller.Unit, request.Body, cancellation).ConfigureAwait(false) is { } import
            ? ApiAnswer.Accepted(new { import.Import })
            : ApiAnswer.NotFound("The unit of this key is gone. Ask for another key.");
}
