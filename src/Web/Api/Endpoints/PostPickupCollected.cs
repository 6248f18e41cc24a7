using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Tells that something has been collected.</summary>
internal sealed class PostPickupCollected(CollectPickup workflow) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "pickups/{id}/collected";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) =>
        PostPickup.Answer(await workflow.RunAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false));
}
