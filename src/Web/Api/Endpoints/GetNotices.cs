using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Shows what has been said, to one person or since a moment.</summary>
internal sealed class GetNotices(ShowNotices workflow) : IApiEndpoint
{
    public string Method => "GET";

    public string Path => "notices";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation)
    {
        var (person, since, after) = (request.Query("person"), request.Query("since"), request.Query("after"));
        if ((person is null) == (since is null))
        {
            return ApiAnswer.Invalid("Say which notices: person=<id>, or since=<moment>, not both.");
        }

        if ((person ?? after) is { } given && !Ids.IsWellFormed(given))
        {
            return ApiAnswer.Invalid("person and after are people's ids: 32 lower-case hex digits.");
        }

        if (person is not null)
        {
            return ApiAnswer.Ok(await workflow.OfAsync(request.Caller.Unit, new PersonId(person), cancellation).ConfigureAwait(false));
        }

        var moment = InstantPattern.ExtendedIso.Parse(since!);
        return moment.Success
            ? ApiAnswer.Ok(await workflow.SinceAsync(
                request.Caller.Unit, moment.Value, after is null ? null : new PersonId(after), cancellation).ConfigureAwait(false))
            : ApiAnswer.Invalid("since is a moment in UTC, written as 2027-03-01T08:00:00Z.");
    }
}
