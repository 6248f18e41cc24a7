using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Planning.Rehearsal;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>The rehearsal of the coming days. It reads everybody in the unit: one at a time in each instance, and only when somebody presses the
/// button.</summary>
/// <param name="rehearse">Rehearses.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="renderer">Renders.</param>
internal sealed class RehearsalPages(RehearseDays rehearse, DefinitionCache definitions, StaffRenderer renderer) : IStaffPage, IDisposable
{
    /// <summary>So many days are enough to see what a change of rules means.</summary>
    internal const int MostDays = 60;

    private const int UsualDays = 14;
    private readonly SemaphoreSlim _turn = new(1);

    public string Name => "prov";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (!request.Rest.IsEmpty)
        {
            return null;
        }

        var asked = request.Http.Query["dagar"].ToString();
        var days = int.TryParse(asked, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays ? number : (int?)null;
        var importsStop = request.Http.Query["import"] == "nej";
        var form = new RehearsalForm(asked.Length == 0 ? UsualDays.ToString(CultureInfo.InvariantCulture) : asked, importsStop);
        if (days is not { } known)
        {
            return await PageAsync(request, form, outcome: null, asked.Length == 0 ? null : "prov.badDays").ConfigureAwait(false);
        }

        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation).ConfigureAwait(false))
        {
            return await PageAsync(request, form, outcome: null, "prov.busy").ConfigureAwait(false);
        }

        try
        {
            var outcome = await rehearse.RunAsync(request.Rules.Unit, known, !importsStop, cancellation).ConfigureAwait(false);
            return await PageAsync(request, form, outcome, problem: null).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    // It writes nothing: there is no form to post.
    public StaffRole? RoleFor(StaffRequest request) => null;

    public Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation) => Task.FromResult<IResult?>(null);

    public void Dispose() => _turn.Dispose();

    private async Task<IResult> PageAsync(StaffRequest request, RehearsalForm form, RehearsalOutcome? outcome, string? problem)
    {
        var programmes = await definitions.ProgrammesAsync(request.Http.HttpContext.RequestAborted).ConfigureAwait(false);
        return await renderer.PageAsync<RehearsalPage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Form"] = form,
                ["Outcome"] = outcome,
                ["Problem"] = problem,
                ["Names"] = programmes.ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal),
            },
            problem is "prov.badDays" ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK).ConfigureAwait(false);
    }
}
