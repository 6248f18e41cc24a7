using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Imports people sent as JSON.</summary>
internal sealed class PostPeople(SavePeople workflow) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "people";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation)
    {
        var saved = await workflow.RunAsync(request.Caller.Unit, request.Name, request.Json, cancellation).ConfigureAwait(false);
        return saved.Problems.IsEmpty ? ApiAnswer.Ok(new { saved.People }) : ApiAnswer.Invalid(saved.Problems);
    }
}
