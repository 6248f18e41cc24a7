using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Tells how the reading of a file went.</summary>
internal sealed class GetImport(ImportStore imports) : IApiEndpoint
{
    public string Method => "GET";

    public string Path => "imports/{id}";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) =>
        Ids.IsWellFormed(request.Id)
        && await imports.ReportAsync(new ImportReference(request.Caller.Unit.Value, request.Id), cancellation).ConfigureAwait(false) is { } report
            ? ApiAnswer.Ok(report)
            : ApiAnswer.NotFound("There is no such import in this unit.");
}
