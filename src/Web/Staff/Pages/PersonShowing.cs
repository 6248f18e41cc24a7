using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Shows one person, and other times for a visit.</summary>
/// <param name="read">Reads people.</param>
/// <param name="find">Organisations to ask for an interpreter.</param>
/// <param name="renderer">Renders.</param>
internal sealed class PersonShowing(ReadFamily read, FindPeople find, StaffRenderer renderer)
{
    /// <summary>Somebody's page; null for whoever is not there or may not be shown.</summary>
    public async Task<IResult?> PageAsync(StaffRequest request, string person, PersonTyped typed, CancellationToken cancellation)
    {
        if (await read.RunAsync(request.Rules, person, cancellation).ConfigureAwait(false) is not { } family)
        {
            return null;
        }

        var needsInterpreter = family.Coming.Any(coming => coming.IsVisitHere);
        return await renderer.PageAsync<PersonPage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Family"] = family,
                ["Agencies"] = needsInterpreter ? await find.OrganisationsAsync(request.Rules, cancellation).ConfigureAwait(false) : [],
                ["Typed"] = typed,
            },
            typed.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
    }

    /// <summary>Other times for a visit; null when it cannot be given one from here.</summary>
    public async Task<IResult?> TimesAsync(StaffRequest request, string person, string occasion, bool wasLost, CancellationToken cancellation) =>
        await read.TimesAsync(request.Rules, person, occasion, cancellation).ConfigureAwait(false) is { } times
            ? await renderer.PageAsync<OtherTimesPage>(
                new Dictionary<string, object?> { ["View"] = request.View, ["Person"] = person, ["Times"] = times, ["WasLost"] = wasLost }).ConfigureAwait(false)
            : null;
}
