using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Imports: a list of families to read, how each went, and the ones that wait for somebody to look at them.</summary>
/// <param name="receive">Takes files.</param>
/// <param name="show">Shows.</param>
/// <param name="confirm">Lets in.</param>
/// <param name="reject">Does away with.</param>
/// <param name="renderer">Renders.</param>
internal sealed class ImportPages(ReceiveImport receive, ShowImports show, ConfirmImport confirm, RejectImport reject, StaffRenderer renderer) : IStaffPage
{
    private const string Findings = "fel.csv";
    private const string Confirm = "bekrafta";
    private const string Reject = "avvisa";

    // Besides the file, the form has its token and the marks between its parts.
    private const long Envelope = 16 * 1024;

    public string Name => "import";

    public long LongestForm => ImportStore.LargestFile + Envelope;

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest.IsEmpty)
        {
            return await ListAsync(request, problem: null, cancellation).ConfigureAwait(false);
        }

        if (!Ids.IsWellFormed(request.Rest[0]) || await show.FindAsync(Reference(request), cancellation).ConfigureAwait(false) is not { } import)
        {
            return null;
        }

        return request.Rest switch
        {
            [_] => await renderer.PageAsync<ImportPage>(new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Import"] = import.Import,
                ["Report"] = import.Report,
                ["CanDecide"] = request.Roles.Contains(StaffRole.Staff),
            }).ConfigureAwait(false),
            [_, Findings] => Table(request, import.Report),
            _ => null,
        };
    }

    public StaffRole? RoleFor(StaffRequest request) => (request.Rest.Length, request.Field("gor")) switch
    {
        (0, "") or (1, Confirm or Reject) => StaffRole.Staff,
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation) => request.Rest.IsEmpty
        ? await ReceiveAsync(request, cancellation).ConfigureAwait(false)
        : Ids.IsWellFormed(request.Rest[0]) ? await DecideAsync(request, cancellation).ConfigureAwait(false) : null;

    private async Task<IResult?> ReceiveAsync(StaffRequest request, CancellationToken cancellation)
    {
        var problem = request.Http.Form.Files["fil"] switch
        {
            null or { Length: 0 } => "import.noFile",
            { Length: > ImportStore.LargestFile } => "import.tooLarge",
            _ => null,
        };
        if (problem is not null)
        {
            return await ListAsync(request, problem, cancellation).ConfigureAwait(false);
        }

        // The server has laid a long file on disk: it is read from there, and never stands in memory as it came.
        var file = request.Http.Form.Files["fil"]!.OpenReadStream();
        await using (file.ConfigureAwait(false))
        {
            return await receive.RunAsync(request.Rules.Unit, file, cancellation).ConfigureAwait(false) is { } import
                ? request.Back($"{Name}/{import.Import}", "import-received")
                : null;
        }
    }

    private async Task<IResult?> DecideAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (import, order) = (Reference(request), JsonSerializer.Serialize(new { by = request.Who.Id }));
        var action = request.Field("gor");
        var outcome = action == Confirm
            ? await confirm.RunAsync(import, order, cancellation).ConfigureAwait(false)
            : await reject.RunAsync(import, order, cancellation).ConfigureAwait(false);
        if (outcome is ChangeOutcome.Done or ChangeOutcome.Ordered)
        {
            return request.Back($"{Name}/{import.Import}", action == Confirm ? "import-confirmed" : "import-rejected");
        }

        // One that still waits was overtaken; any other has been decided by somebody else meanwhile.
        return await show.FindAsync(import, cancellation).ConfigureAwait(false) is { } now
            ? request.Back($"{Name}/{import.Import}", now.Import.State == ImportReport.NameOf(ImportState.Blocked) ? "import-overtaken" : "import-decided")
            : null;
    }

    private async Task<IResult> ListAsync(StaffRequest request, string? problem, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Imports"] = await show.ListAsync(request.Rules.Unit, cancellation).ConfigureAwait(false),
            ["CanImport"] = request.Roles.Contains(StaffRole.Staff),
            ["Problem"] = problem,
        };
        return await renderer.PageAsync<ImportsPage>(values, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
    }

    private static IResult Table(StaffRequest request, ImportReport report)
    {
        var words = StaffWords.Current;
        string[] heading = [words["import.line"], words["import.column"], words["import.what"], words["import.code"]];
        var rows = report.Findings.Select(finding => new[] { finding.Line > 0 ? finding.Line.ToString(words.Culture) : "", finding.Column, finding.Message, finding.Code });
        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.File(SafeCsv.Of([heading, .. rows]), "text/csv; charset=utf-8", $"import-{request.Rest[0][..8]}.csv");
    }

    private static ImportReference Reference(StaffRequest request) => new(request.Rules.Unit.Value, request.Rest[0]);
}
