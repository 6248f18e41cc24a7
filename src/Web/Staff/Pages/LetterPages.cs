using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Letters;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Letter runs: print, pull, post, returned.</summary>
/// <param name="show">Shows.</param>
/// <param name="post">Records posting.</param>
/// <param name="pull">Records pulling.</param>
/// <param name="takeBack">Records returns.</param>
/// <param name="renderer">Renders.</param>
internal sealed class LetterPages(ShowLetterRuns show, PostLetters post, PullLetter pull, ReturnLetter takeBack, StaffRenderer renderer) : IStaffPage
{
    public string Name => "brev";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest.IsEmpty)
        {
            var parts = await show.ListAsync(request.Rules.Unit, cancellation).ConfigureAwait(false) ?? [];
            return await renderer.PageAsync<LettersPage>(new Dictionary<string, object?> { ["View"] = request.View, ["Parts"] = parts }).ConfigureAwait(false);
        }

        if (request.Rest is not [var run, var number, "pdf"] || !int.TryParse(number, CultureInfo.InvariantCulture, out var part)
            || await show.PdfAsync(request.Rules.Unit, run, part, cancellation).ConfigureAwait(false) is not { } pdf)
        {
            return null;
        }

        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.File(pdf.ToArray(), "application/pdf", $"brev-{run}-{part.ToString(CultureInfo.InvariantCulture)}.pdf");
    }

    public StaffRole? RoleFor(StaffRequest request) => request.Rest.Length == 2 ? StaffRole.Staff : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (!int.TryParse(request.Rest[1], CultureInfo.InvariantCulture, out var part))
        {
            return null;
        }

        var (unit, run) = (request.Rules.Unit, request.Rest[0]);
        return (request.Field("postat"), Page(request, "plockat"), Page(request, "retur")) switch
        {
            ("ja", null, null) => Back(request, await post.RunAsync(unit, run, part, cancellation).ConfigureAwait(false), "posted"),
            ("", { } page, null) => Back(request, await pull.RunAsync(unit, run, part, page, cancellation).ConfigureAwait(false), "pulled"),
            ("", null, { } page) => Back(request, await takeBack.RunAsync(unit, run, part, page, cancellation).ConfigureAwait(false), "returned"),
            _ => null,
        };
    }

    private IResult Back(StaffRequest request, LetterActionOutcome outcome, string what) => outcome switch
    {
        LetterActionOutcome.Done => request.Back(Name, what),
        LetterActionOutcome.Unknown => request.Back(Name, "noLetter"),
        _ => request.Back(Name, $"{what}Refused"),
    };

    private static int? Page(StaffRequest request, string field) =>
        int.TryParse(request.Field(field), CultureInfo.InvariantCulture, out var page) ? page : null;
}
