using Notifieringar.Workflows;
using Notifieringar.Workflows.Pickups;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Tells that something is ready to be collected.</summary>
internal sealed class PostPickup(AddPickup workflow) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "pickups";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) =>
        Answer(await workflow.RunAsync(request.Caller.Unit, request.Name, request.Json, cancellation).ConfigureAwait(false));

    internal static ApiAnswer Answer(PickupOutcome outcome) => outcome switch
    {
        PickupOutcome.Done done => ApiAnswer.Ok(done.Pickup),
        PickupOutcome.Invalid invalid => ApiAnswer.Invalid(invalid.Problems),
        PickupOutcome.Unknown unknown => ApiAnswer.NotFound(unknown.Problem),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
