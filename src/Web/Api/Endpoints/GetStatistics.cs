using NodaTime;
using NodaTime.Text;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Counts what has been said. Small numbers are withheld.</summary>
internal sealed class GetStatistics(CountNotices workflow) : IApiEndpoint
{
    private const int LongestDays = 366;

    public string Method => "GET";

    public string Path => "statistics";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation)
    {
        var (from, to) = (LocalDatePattern.Iso.Parse(request.Query("from") ?? ""), LocalDatePattern.Iso.Parse(request.Query("to") ?? ""));
        if (!from.Success || !to.Success || to.Value < from.Value || Period.DaysBetween(from.Value, to.Value) > LongestDays)
        {
            return ApiAnswer.Invalid("from and to are days, written as 2027-03-01: the first and the last of at most a year.");
        }

        return ApiAnswer.Ok(await workflow.RunAsync(
            request.Caller.Unit, from.Value, to.Value, request.Query("programme"), cancellation).ConfigureAwait(false));
    }
}
