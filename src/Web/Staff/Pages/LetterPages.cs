using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Letters;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Letter runs: print, pull, post, returned; whose letters they are; whether the address stays in the envelope's window.</summary>
/// <param name="show">Shows.</param>
/// <param name="held">Shows the letters of a part.</param>
/// <param name="next">The run to come.</param>
/// <param name="windowTest">Prints a sheet to try the window with.</param>
/// <param name="post">Records posting.</param>
/// <param name="pull">Records pulling.</param>
/// <param name="takeBack">Records returns.</param>
/// <param name="renderer">Renders.</param>
internal sealed class LetterPages(
    ShowLetterRuns show,
    HeldLetters held,
    NextLetterRun next,
    PrintWindowTest windowTest,
    PostLetters post,
    PullLetter pull,
    ReturnLetter takeBack,
    StaffRenderer renderer) : IStaffPage
{
    private const string Window = "fonster";
    private const string Pdf = "pdf";

    public string Name => "brev";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await RunsAsync(request, cancellation).ConfigureAwait(false),
        [Window] => await renderer.PageAsync<WindowPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Envelope"] = EnvelopeProfile.Shipped.First(profile => profile.Name == request.Rules.Envelope),
        }).ConfigureAwait(false),
        [Window, Pdf] => File(request, "fonsterkoll.pdf", await windowTest.RunAsync(request.Rules, cancellation).ConfigureAwait(false)),
        [var run, var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var part) => await PartAsync(request, run, part, cancellation).ConfigureAwait(false),
        [var run, var number, Pdf] when int.TryParse(number, CultureInfo.InvariantCulture, out var part) =>
            await show.PdfAsync(request.Rules.Unit, run, part, cancellation).ConfigureAwait(false) is { } pdf
                ? File(request, $"brev-{run}-{part.ToString(CultureInfo.InvariantCulture)}.pdf", pdf.ToMemory())
                : null,
        _ => null,
    };

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

    private static IResult File(StaffRequest request, string name, ReadOnlyMemory<byte> pdf)
    {
        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.File(pdf.ToArray(), "application/pdf", name);
    }

    private async Task<IResult> RunsAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (closesAt, waiting) = await next.FindAsync(request.Rules, cancellation).ConfigureAwait(false);
        return await renderer.PageAsync<LettersPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Parts"] = await show.ListAsync(request.Rules.Unit, cancellation).ConfigureAwait(false) ?? [],
            ["ClosesAt"] = closesAt,
            ["Waiting"] = waiting,
        }).ConfigureAwait(false);
    }

    private async Task<IResult?> PartAsync(StaffRequest request, string run, int part, CancellationToken cancellation) =>
        await held.FindAsync(request.Rules.Unit, run, part, cancellation).ConfigureAwait(false) is { } found
            ? await renderer.PageAsync<LetterPartPage>(new Dictionary<string, object?> { ["View"] = request.View, ["Part"] = found.Part, ["Letters"] = found.Letters }).ConfigureAwait(false)
            : null;

    private IResult Back(StaffRequest request, LetterActionOutcome outcome, string what) => outcome switch
    {
        LetterActionOutcome.Done => request.Back(Name, what),
        LetterActionOutcome.Unknown => request.Back(Name, "noLetter"),
        _ => request.Back(Name, $"{what}Refused"),
    };

    private static int? Page(StaffRequest request, string field) =>
        int.TryParse(request.Field(field), CultureInfo.InvariantCulture, out var page) ? page : null;
}
